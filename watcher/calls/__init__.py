"""Calls: what a `call` step needs, since a call is nothing that can be drafted.

script    whom, which number, what to say, and what to leave on their voicemail; `text` puts it into lines
hours     when, by their clock
numbers   which number, and how it is dialled
note      the script as a note to myself
"""
