"""The application: all routers, all errors in one shape, safe headers, the screens."""

from __future__ import annotations

from fastapi import FastAPI

from api.accounts import login, oidc_routes, persons
from api.accounts import routes as accounts
from api.audit import routes as audit
from api.burdens import agreement, health_routes, ledger_routes
from api.calendar import routes as calendar
from api.calls import routes as calls
from api.forecasts import count_routes, forecast_routes, reserve_routes
from api.hearing import comments, preview, protocol
from api.http import refusals, screens
from api.http.headers import SafeHeaders
from api.http.measuring import Measured
from api.http.operations import router as operations
from api.http.packing import PackedAnswers
from api.jobs import routes as jobs
from api.notices import contacts, counting
from api.notices import routes as notices
from api.offers import own_routes as own_offers
from api.offers import routes as offers
from api.periods import routes as periods
from api.questions import options, receipt_routes, why_routes
from api.questions import routes as questions
from api.repairs import routes as repairs
from api.rosters import editing, history, importing, publishing
from api.rosters import routes as rosters
from api.service import Service
from api.swaps import answering, deciding
from api.swaps import own as swaps
from api.swaps import rules as swap_rules
from api.tasksharing import bridge_routes, catalogue_routes, delegation_routes, log_routes
from api.tasksharing.comparisons import file_routes as comparison_files
from api.tasksharing.comparisons import routes as comparisons
from api.tasksharing.scenarios import file_routes as scenario_files
from api.tasksharing.scenarios import routes as scenarios
from api.units import norms, sections
from api.units import routes as units
from api.wishes import own, recurring_routes
from api.wishes import routes as wishes

ROUTERS = (
    operations,
    login.router,
    oidc_routes.router,
    accounts.router,
    persons.router,
    audit.router,
    units.router,
    sections.router,
    norms.router,
    periods.router,
    own.router,
    recurring_routes.router,
    wishes.router,
    jobs.router,
    questions.router,
    options.router,
    why_routes.router,
    receipt_routes.router,
    rosters.router,
    importing.router,
    editing.router,
    preview.router,
    comments.router,
    protocol.router,
    publishing.router,
    history.router,
    repairs.router,
    offers.router,
    own_offers.router,
    swaps.router,
    answering.router,
    deciding.router,
    swap_rules.router,
    ledger_routes.router,
    health_routes.router,
    agreement.router,
    count_routes.router,
    forecast_routes.router,
    reserve_routes.router,
    catalogue_routes.router,
    delegation_routes.router,
    log_routes.router,
    bridge_routes.router,
    scenarios.router,
    scenario_files.router,
    comparisons.router,
    comparison_files.router,
    calls.router,
    notices.router,
    contacts.router,
    counting.router,
    calendar.router,
    calendar.feeds,
)


def create_app(service: Service) -> FastAPI:
    """Return the application of a service."""
    app = FastAPI(
        title="Helseturnus",
        description="Rosters for Norwegian municipal health care, from wishes to publication.",
        version="0.1.0",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.service = service
    refusals.install(app)
    for router in ROUTERS:
        app.include_router(router, responses=refusals.DOCUMENTED)
    screens.install(app)
    app.add_middleware(PackedAnswers)
    app.add_middleware(SafeHeaders, secure=service.settings.secure)
    app.add_middleware(Measured)
    return app
