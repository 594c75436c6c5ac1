-- Of an entry about a page whose item was purged only this stays: that something was sent, when and what for. Nothing
-- else of what was sent can ever be changed.
DROP TRIGGER web_ledger_stands;
CREATE TRIGGER web_ledger_stands BEFORE UPDATE OF
    id, kind, at, consent_id, purpose, host, method, url, headers, details, note ON web_ledger
WHEN NOT (
    NEW.id IS OLD.id AND NEW.kind IS OLD.kind AND NEW.at IS OLD.at AND NEW.consent_id IS OLD.consent_id
    AND NEW.purpose IS OLD.purpose AND NEW.method IS OLD.method
    AND NEW.host = '' AND NEW.url = '' AND NEW.headers = '[]' AND NEW.details = '[]' AND NEW.note = ''
)
BEGIN SELECT RAISE(ABORT, 'what was sent is never rewritten'); END;
DROP TRIGGER web_ledger_answered_once;
CREATE TRIGGER web_ledger_answered_once BEFORE UPDATE OF outcome, status, bytes, connected ON web_ledger
WHEN OLD.outcome <> ''
BEGIN SELECT RAISE(ABORT, 'an answer is noted once'); END;
