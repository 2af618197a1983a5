"""How large may be what an author names and what a save holds: each number once, for who loads a story, who writes
saves of it and who reads them."""

LONGEST_NAME = 1_000  # letters of a name that an author gives; YAML takes no plain key of more than 1,024
LONGEST_DERIVED = 200  # letters of the name that an option's words give
LONGEST_STORY = 64  # of the id of a story, which is the name of a folder of saves
LONGEST_SLUG = 40  # of the id that a folder's name gives a new story, before what makes it its own
LONGEST_READ = 100_000  # letters of a name in a save: before, words gave names of any length
LONGEST_TOLD = 300  # letters of anything that a list of saves tells of one

MOST_COUNTED = 10**9  # of whatever a save counts
MOST_RANGE = 10_000  # the highest that a variable may be

MOST_SLOTS = 999  # that are numbered, and as many that save by themselves
MOST_BYTES = 16 * 1024 * 1024  # of a file that keeps something of a player
MOST_HEADER_BYTES = 2_000  # of its first line
