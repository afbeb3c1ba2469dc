#!/usr/bin/env python3
"""Reads calendar files with another program, one after the other as a calendar takes them in.

Usage: .venv/bin/python Tests/read_calendar.py [--days N,N,...] FILE...

Fails when a file is no iCalendar, breaks a line beyond 75 bytes, has an event that is not one whole
day (or with --days as many as said, event by event), or does not update the events of the files before
it: a later file must know every UID of an earlier one, with a higher SEQUENCE.
"""

import datetime
import pathlib
import sys

import icalendar

names, lengths = sys.argv[1:], []
if names[0] == "--days":
    lengths, names = [int(days) for days in names[1].split(",")], names[2:]
known = {}
for name in names:
    data = pathlib.Path(name).read_bytes()
    assert data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n"), f"{name}: line ends"
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{name}: a long line"
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["version"] == "2.0" and calendar["prodid"], f"{name}: no version"
    assert not calendar.errors, f"{name}: {calendar.errors}"
    events = {}
    for place, event in enumerate(calendar.walk("VEVENT")):
        assert not event.errors, f"{name}: {event.errors}"
        day, end = event.decoded("dtstart"), event.decoded("dtend")
        length = lengths[place] if lengths else 1
        assert type(day) is datetime.date and (end - day).days == length, f"{name}: not whole days"
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
