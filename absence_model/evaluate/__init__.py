"""Rolling-origin evaluation: past days forecast as if they lay ahead."""

from absence_model.evaluate.run import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
