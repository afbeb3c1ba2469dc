#!/usr/bin/env python3
"""Reads calendar files with another program, one after the other as a calendar takes them in.

Usage: .venv/bin/python Tests/read_calendar.py FILE...

Fails when a file is no iCalendar, breaks a line beyond 75 bytes, has an event that is not whole
days, or does not update the events of the files before it: a later file must know every UID of an
earlier one, with a higher SEQUENCE.
"""

import datetime
import pathlib
import sys

import icalendar

known = {}
for name in sys.argv[1:]:
    data = pathlib.Path(name).read_bytes()
    assert data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n"), f"{name}: line ends"
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{name}: a long line"
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["version"] == "2.0" and calendar["prodid"], f"{name}: no version"
    assert not calendar.errors, f"{name}: {calendar.errors}"
    events = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, f"{name}: {event.errors}"
        day, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(day) is datetime.date and (end - day).days >= 1, f"{name}: not whole days"
        assert event["uid"] not in events, f"{name}: {event['uid']} twice"
        assert str(event["summary"]).strip() and str(event["description"]).strip()
        assert event.decoded("dtstamp").tzinfo is not None
        events[event["uid"]] = int(event["sequence"])
    missing = set(known) - set(events)
    assert not missing, f"{name}: it does not speak of {missing}"
    for uid, sequence in known.items():
        assert events[uid] > sequence, f"{name}: {uid} is not newer than before"
    known = events
    cancelled = sum(event["status"] == "CANCELLED" for event in calendar.walk("VEVENT"))
    print(f"{name}: {len(events)} events, {cancelled} cancelled")
