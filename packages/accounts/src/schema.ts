/** The tables of this package, in SQL that SQLite and PostgreSQL both read. Every key begins with the practice. */

export const ACCOUNT_TABLES_SQL = `
CREATE TABLE account (
  practice TEXT NOT NULL REFERENCES practice (id),
  id TEXT NOT NULL,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'therapist', 'front-desk', 'guest', 'client')),
  password TEXT,
  totp TEXT,
  totp_step BIGINT,
  created TEXT NOT NULL,
  closed TEXT,
  PRIMARY KEY (practice, id),
  UNIQUE (practice, email)
);
CREATE TABLE share (
  practice TEXT NOT NULL,
  account TEXT NOT NULL,
  client TEXT NOT NULL,
  expires TEXT,
  PRIMARY KEY (practice, account, client),
  FOREIGN KEY (practice, account) REFERENCES account (practice, id)
);
CREATE TABLE passkey (
  practice TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  passkey TEXT NOT NULL,
  name TEXT NOT NULL,
  created TEXT NOT NULL,
  used TEXT,
  PRIMARY KEY (practice, id),
  FOREIGN KEY (practice, account) REFERENCES account (practice, id)
);
CREATE INDEX passkey_account ON passkey (practice, account);
CREATE TABLE recovery_code (
  practice TEXT NOT NULL,
  account TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (practice, account, hash),
  FOREIGN KEY (practice, account) REFERENCES account (practice, id)
);
CREATE TABLE account_session (
  practice TEXT NOT NULL,
  hash TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('password', 'full')),
  created TEXT NOT NULL,
  seen TEXT NOT NULL,
  expires TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (practice, hash),
  UNIQUE (practice, id),
  FOREIGN KEY (practice, account) REFERENCES account (practice, id)
);
CREATE INDEX account_session_account ON account_session (practice, account);
CREATE TABLE ticket (
  practice TEXT NOT NULL REFERENCES practice (id),
  hash TEXT NOT NULL,
  id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  account TEXT,
  client TEXT,
  details TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  ended TEXT,
  PRIMARY KEY (practice, hash),
  UNIQUE (practice, id)
);
CREATE INDEX ticket_account ON ticket (practice, account, purpose);
CREATE INDEX ticket_client ON ticket (practice, client, purpose);
CREATE TABLE attempt (
  practice TEXT NOT NULL REFERENCES practice (id),
  key TEXT NOT NULL,
  failures INTEGER NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (practice, key)
);
CREATE TABLE audit (
  practice TEXT NOT NULL REFERENCES practice (id),
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  client TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  origin TEXT NOT NULL,
  device TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (practice, id)
);
CREATE INDEX audit_at ON audit (practice, at, id);
CREATE INDEX audit_client ON audit (practice, client, at);
CREATE INDEX audit_actor ON audit (practice, actor, at);
`;
