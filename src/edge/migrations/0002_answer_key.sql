-- What the ids of answers are sealed with, so that feedback is taken for answers that were given and for no others.
CREATE TABLE answer_key (key BLOB NOT NULL) STRICT;
INSERT INTO answer_key VALUES (randomblob(32));
