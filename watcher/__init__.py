"""The follow-up watcher: reads a job seeker's mail and saves the follow-ups that are due into Drafts. Never sends.

The way a mail goes, one package a stage, each plain functions over the frozen dataclasses of `watcher.model`:

    provider ──poll──▶ reading ──▶ inference ──▶ matching ──▶ cadence ──▶ drafting ──▶ provider

`watcher.scan` is that way as one short module; `ARCHITECTURE.md` is the page to read first.
"""
