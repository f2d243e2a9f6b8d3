CREATE TABLE sources (
	source_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR, 
	publisher VARCHAR, 
	url VARCHAR, 
	licence VARCHAR, 
	note VARCHAR, 
	fingerprint VARCHAR, 
	PRIMARY KEY (source_id)
);
CREATE TABLE reports (
	"row" INTEGER NOT NULL, 
	report_id VARCHAR NOT NULL, 
	title VARCHAR, 
	text VARCHAR NOT NULL, 
	published VARCHAR, 
	published_inferred INTEGER DEFAULT '0' NOT NULL, 
	publisher VARCHAR, 
	url VARCHAR, 
	language VARCHAR, 
	licence VARCHAR, 
	fingerprint VARCHAR NOT NULL, 
	loaded_at VARCHAR NOT NULL, 
	PRIMARY KEY ("row"), 
	UNIQUE (report_id)
);
CREATE TABLE events (
	"row" INTEGER NOT NULL, 
	event_id VARCHAR NOT NULL, 
	report_id VARCHAR, 
	source_id VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	assertion VARCHAR NOT NULL, 
	name VARCHAR, 
	start VARCHAR, 
	"end" VARCHAR, 
	precision VARCHAR NOT NULL, 
	edtf VARCHAR, 
	ordinal INTEGER, 
	confidence FLOAT NOT NULL, 
	platforms VARCHAR NOT NULL, 
	people VARCHAR NOT NULL, 
	counts VARCHAR NOT NULL, 
	edited INTEGER DEFAULT '0' NOT NULL, 
	title VARCHAR NOT NULL, 
	series VARCHAR, 
	dates_label VARCHAR NOT NULL, 
	earliest INTEGER, 
	latest INTEGER, 
	participants VARCHAR NOT NULL, 
	observers VARCHAR NOT NULL, 
	place_name VARCHAR, 
	place_kind VARCHAR, 
	place_id VARCHAR, 
	lat FLOAT, 
	lon FLOAT, 
	radius_km FLOAT, 
	PRIMARY KEY ("row"), 
	UNIQUE (event_id)
);
CREATE INDEX events_by_date ON events (earliest, latest);
CREATE INDEX events_by_report ON events (report_id);
CREATE INDEX events_by_type ON events (type, earliest);
CREATE INDEX events_by_source ON events (source_id);
CREATE TABLE history (
	history_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	entity VARCHAR NOT NULL, 
	entity_id VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	undoes INTEGER
);
CREATE INDEX history_by_entity ON history (entity, entity_id);
CREATE TABLE event_participants (
	event_row INTEGER NOT NULL, 
	country VARCHAR NOT NULL, 
	observer INTEGER NOT NULL, 
	PRIMARY KEY (event_row, country, observer), 
	FOREIGN KEY(event_row) REFERENCES events ("row") ON DELETE CASCADE
);
CREATE INDEX participants_by_country ON event_participants (country, observer, event_row);
CREATE TABLE event_places (
	"row" INTEGER NOT NULL, 
	event_row INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	place_id VARCHAR, 
	place_name VARCHAR, 
	country VARCHAR, 
	lat FLOAT, 
	lon FLOAT, 
	radius_km FLOAT, 
	score FLOAT, 
	polygon VARCHAR, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY(event_row) REFERENCES events ("row") ON DELETE CASCADE
);
CREATE INDEX places_by_event ON event_places (event_row, position);
CREATE TABLE evidence (
	event_row INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	url VARCHAR, 
	PRIMARY KEY (event_row, position), 
	FOREIGN KEY(event_row) REFERENCES events ("row") ON DELETE CASCADE
);
CREATE VIRTUAL TABLE events_text USING fts5(title, places, countries, platforms, quotes, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE reports_text USING fts5(title, body, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE places_box USING rtree(row, south, north, west, east);
INSERT INTO reports VALUES (1,'r1','An older report','Five Chinese warships, including Qiqihar, left Qingdao for the Sea of Japan.','2023-07-16',1,NULL,NULL,'en',NULL,'81d55ff6b1246b7573aac1b5de2e9cba','2026-11-24T06:07:24.530+00:00');
INSERT INTO events VALUES (1,'e1','r1','reports','joint_exercise','actual','Joint Sea-2023','2023-07-20',NULL,'day','2023-07-20',NULL,0.8,'[]','[]','{}',0,'Joint Sea-2023','Joint Sea','20 Jul 2023',738721,738721,'CHN;RUS','','Sea of Japan','sea','own:sea-of-japan',40.0,135.0,600.0);
INSERT INTO events VALUES (2,'e2','r1','reports','joint_exercise','actual','By hand',NULL,NULL,'none',NULL,NULL,0.8,'[]','[]','{}',1,'By hand','By hand','date not stated',NULL,NULL,'CHN;RUS','','Sea of Japan','sea','own:sea-of-japan',40.0,135.0,600.0);
INSERT INTO event_participants VALUES (1,'CHN',0);
INSERT INTO event_participants VALUES (1,'RUS',0);
INSERT INTO event_participants VALUES (2,'CHN',0);
INSERT INTO event_participants VALUES (2,'RUS',0);
INSERT INTO event_places VALUES (1,1,0,'Sea of Japan','location','sea','own:sea-of-japan','Sea of Japan',NULL,40.0,135.0,600.0,0.9,NULL);
INSERT INTO event_places VALUES (2,2,0,'Sea of Japan','location','sea','own:sea-of-japan','Sea of Japan',NULL,40.0,135.0,600.0,0.9,NULL);
INSERT INTO evidence VALUES (1,0,0,22,'Five Chinese warships,','test',NULL);
INSERT INTO evidence VALUES (2,0,0,22,'Five Chinese warships,','test',NULL);
INSERT INTO history VALUES (1,'2026-11-24T06:07:24.587+00:00','insert','report','r1',NULL,'{"report":{"report_id":"r1","title":"An older report","text":"Five Chinese warships, including Qiqihar, left Qingdao for the Sea of Japan.","published":"2023-07-16","published_inferred":1,"publisher":null,"url":null,"language":"en","licence":null},"events":[{"event_id":"e1","report_id":"r1","source_id":"reports","type":"joint_exercise","assertion":"actual","name":"Joint Sea-2023","start":"2023-07-20","end":null,"precision":"day","edtf":"2023-07-20","ordinal":null,"confidence":0.8,"edited":false,"platforms":[],"people":[],"counts":{},"participants":["CHN","RUS"],"observers":[],"places":[{"name":"Sea of Japan","role":"location","kind":"sea","place_id":"own:sea-of-japan","place_name":"Sea of Japan","country":null,"lat":40.0,"lon":135.0,"radius_km":600.0,"score":0.9,"polygon":null}],"evidence":[{"start":0,"end":22,"quote":"Five Chinese warships,","rule":"test","url":null}]},{"event_id":"e2","report_id":"r1","source_id":"reports","type":"joint_exercise","assertion":"actual","name":null,"start":null,"end":null,"precision":"none","edtf":null,"ordinal":null,"confidence":0.8,"edited":false,"platforms":[],"people":[],"counts":{},"participants":["CHN","RUS"],"observers":[],"places":[{"name":"Sea of Japan","role":"location","kind":"sea","place_id":"own:sea-of-japan","place_name":"Sea of Japan","country":null,"lat":40.0,"lon":135.0,"radius_km":600.0,"score":0.9,"polygon":null}],"evidence":[{"start":0,"end":22,"quote":"Five Chinese warships,","rule":"test","url":null}]}],"fingerprint":"81d55ff6b1246b7573aac1b5de2e9cba"}',NULL);
INSERT INTO history VALUES (2,'2026-11-24T06:07:24.606+00:00','edit','event','e2','{"event_id":"e2","report_id":"r1","source_id":"reports","type":"joint_exercise","assertion":"actual","name":null,"start":null,"end":null,"precision":"none","edtf":null,"ordinal":null,"confidence":0.8,"edited":false,"platforms":[],"people":[],"counts":{},"participants":["CHN","RUS"],"observers":[],"places":[{"name":"Sea of Japan","role":"location","kind":"sea","place_id":"own:sea-of-japan","place_name":"Sea of Japan","country":null,"lat":40.0,"lon":135.0,"radius_km":600.0,"score":0.9,"polygon":null}],"evidence":[{"start":0,"end":22,"quote":"Five Chinese warships,","rule":"test","url":null}]}','{"event_id":"e2","report_id":"r1","source_id":"reports","type":"joint_exercise","assertion":"actual","name":"By hand","start":null,"end":null,"precision":"none","edtf":null,"ordinal":null,"confidence":0.8,"edited":true,"platforms":[],"people":[],"counts":{},"participants":["CHN","RUS"],"observers":[],"places":[{"name":"Sea of Japan","role":"location","kind":"sea","place_id":"own:sea-of-japan","place_name":"Sea of Japan","country":null,"lat":40.0,"lon":135.0,"radius_km":600.0,"score":0.9,"polygon":null}],"evidence":[{"start":0,"end":22,"quote":"Five Chinese warships,","rule":"test","url":null}]}',NULL);
INSERT INTO events_text (rowid,title,places,countries,platforms,quotes) VALUES (1,'Joint Sea-2023 Joint exercise','Sea of Japan','CHN China RUS Russia','','Five Chinese warships,');
INSERT INTO events_text (rowid,title,places,countries,platforms,quotes) VALUES (2,'By hand Joint exercise','Sea of Japan','CHN China RUS Russia','','Five Chinese warships,');
INSERT INTO reports_text (rowid,title,body) VALUES (1,'An older report','Five Chinese warships, including Qiqihar, left Qingdao for the Sea of Japan.');
INSERT INTO places_box (row,south,north,west,east) VALUES (1,40.0,40.0,135.0,135.0);
INSERT INTO places_box (row,south,north,west,east) VALUES (2,40.0,40.0,135.0,135.0);
PRAGMA user_version = 1;
