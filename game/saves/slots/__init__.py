"""The files of saves: their names, what lies in their folder, and which of them an open run has."""
