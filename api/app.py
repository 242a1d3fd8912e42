"""The application: all routers, all errors in one shape, safe headers, the screens."""

from __future__ import annotations

from fastapi import FastAPI

from api.accounts import login, oidc_routes, persons
from api.accounts import routes as accounts
from api.audit import routes as audit
from api.calendar import routes as calendar
from api.hearing import comments, preview, protocol
from api.http import refusals, screens
from api.http.headers import SafeHeaders
from api.http.measuring import Measured
from api.http.operations import router as operations
from api.http.packing import PackedAnswers
from api.jobs import routes as jobs
from api.notices import routes as notices
from api.periods import routes as periods
from api.questions import receipt_routes, why_routes
from api.questions import routes as questions
from api.rosters import editing, importing, publishing
from api.rosters import routes as rosters
from api.service import Service
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
    why_routes.router,
    receipt_routes.router,
    rosters.router,
    importing.router,
    editing.router,
    preview.router,
    comments.router,
    protocol.router,
    publishing.router,
    notices.router,
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
