"""What holds for all tests: how long an example takes says how busy the machine is, and nothing of what is tested."""

from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("patient")
