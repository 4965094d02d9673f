-- One crisis, one file. `capture` and `decision` are what people gave: only they are ever migrated.
-- Everything else was derived from them and can be thrown away.

CREATE TABLE IF NOT EXISTS meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS capture (
    id      TEXT PRIMARY KEY,
    media   TEXT NOT NULL,
    size    INTEGER NOT NULL,
    locator TEXT NOT NULL,
    url     TEXT NOT NULL,
    data    BLOB NOT NULL              -- the bytes as they arrived, deflated
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS decision (
    id    TEXT PRIMARY KEY,
    value TEXT NOT NULL                -- JSON
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS not_taken (
    name   TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS refused (
    name      TEXT PRIMARY KEY,        -- an input that failed when it was taken in
    step      TEXT NOT NULL,
    reason    TEXT NOT NULL,
    next_step TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS text (
    id         TEXT PRIMARY KEY,
    capture_id TEXT NOT NULL,
    value      BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS report (
    id         TEXT PRIMARY KEY,
    capture_id TEXT NOT NULL,
    intake     TEXT NOT NULL,          -- version of the stages that made it
    value      BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS parse (
    key  TEXT PRIMARY KEY,             -- lines and weights
    rows BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS work (
    key       TEXT PRIMARY KEY,        -- step, version, settings, and digests of all it was given
    report_id TEXT NOT NULL,
    step      TEXT NOT NULL,
    reason    TEXT NOT NULL,           -- why it failed; empty if it did not
    value     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS work_by_report ON work (report_id);

CREATE TABLE IF NOT EXISTS effective (
    run   TEXT NOT NULL,               -- 'now', or 'before': what the last run replaced
    part  TEXT NOT NULL,
    id    TEXT NOT NULL,               -- report id; empty for parts that span reports
    value BLOB NOT NULL,
    PRIMARY KEY (run, part, id)
) WITHOUT ROWID;
