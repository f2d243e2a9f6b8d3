"""Types of events that are read alike."""

from geo.types import EventType, PlaceKind

REACTIONS = {EventType.MISSILE_LAUNCH, EventType.SCRAMBLE, EventType.MONITORING, EventType.PROTEST, EventType.TRANSIT}

PATROLS = {EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL}

MOVEMENTS = {EventType.PORT_DEPARTURE, EventType.PORT_CALL, EventType.TRANSIT, EventType.DEPLOYMENT}

EXERCISES = {EventType.JOINT_EXERCISE, EventType.UNILATERAL_EXERCISE}

PORT_KINDS = {PlaceKind.CITY, PlaceKind.PORT, PlaceKind.BASE, PlaceKind.ISLAND, PlaceKind.OTHER}
