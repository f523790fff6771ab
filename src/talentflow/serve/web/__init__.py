"""The window: pages and an API over the library, served from one address; nothing is loaded from another host."""

from talentflow.serve.web.application import create_application

__all__ = ["create_application"]
