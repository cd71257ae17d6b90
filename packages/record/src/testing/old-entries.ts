/**
 * One entry of each kind in each version that was ever written, as text, as a device sent it. Never edited:
 * practices hold such entries, and every later Assuage must read them. A new version is added below.
 */

const place = '"places":["wrist-right"]';
const said = '"by":"Ana Silva","at":"2026-03-01T09:42"';
const statements = `"statements":[{"fact":"hot-joint","answer":"yes",${place},${said}},{"fact":"dose","answer":"yes","value":5,${said}}]`;
const segment = `{${place},"technique":"effleurage","pressure":2,"minutes":10}`;
const other = '"019a0000-0000-7000-8000-100000000001"';

export const OLD_BODIES: readonly (readonly [kind: string, v: number, body: string])[] = [
  ['client', 1, '{"name":"Ana Silva","born":"1968-04-12","pronouns":"she/her"}'],
  ['appointment', 1, '{"starts":"2026-03-02T10:00","minutes":60}'],
  [
    'appointment-change',
    1,
    `{"appointment":${other},"change":"cancelled","askedBy":"client","late":false,"note":""}`,
  ],
  [
    'intake',
    1,
    `{${statements},"listed":{"condition":true,"medicine":false},"goals":["sleep"],"positions":["prone"],"consents":[],"avoid":["scalp"]}`,
  ],
  [
    'check-in',
    1,
    `{${statements},"pain":[{"place":"wrist-right","level":2}],"painNow":4,"wish":"Slow today","wishes":[],"minutes":45}`,
  ],
  ['fact', 1, `{${statements},"listed":{"medicine":true}}`],
  [
    'consent',
    1,
    '{"what":"massage","given":true,"from":{"name":"Ana Silva","as":"client"},"how":"typed","note":""}',
  ],
  [
    'clearance',
    1,
    '{"limits":["a/pressure"],"by":"Dr Okafor","from":"2026-03-01","until":"2026-06-01","note":""}',
  ],
  ['refusal', 1, '{"clinician":"Dr Okafor","from":"2026-03-01","until":"2026-06-01","note":""}'],
  ['refusal-end', 1, `{"refusal":${other},"clinician":"Dr Okafor","note":""}`],
  ['departure', 1, '{"limits":["a/pressure"],"reason":"Asked for, tried before"}'],
  [
    'plan',
    1,
    `{"release":"r1","plan":{"decision":"adapt","minutes":45,"segments":[${segment}],"more":1},"envelope":{"decision":"adapt","limits":["a/pressure"],"questions":[]}}`,
  ],
  [
    'session',
    1,
    `{"plan":${other},"asPlanned":true,"segments":[${segment}],"pressure":2,"minutes":45,"response":"","painAfter":3,"soap":{"s":"","o":"","a":"","p":""},"signed":{"by":"Jo Field","at":"2026-03-01T11:00"}}`,
  ],
  ['reaction', 1, `{"session":${other},"feeling":"better","soreness":1,"hours":null,"what":""}`],
  [
    'score',
    1,
    '{"measure":"psfs","release":"r1","answers":{"kneel":4,"walk":5.5,"sit":0},"filled":"read-aloud","named":{"kneel":"Kneel in the garden"},"note":""}',
  ],
  ['measure-choice', 1, '{"chosen":["rses"],"dropped":["nrs-mood"]}'],
  [
    'trial',
    1,
    `{"question":{"measure":"nrs-pain","important":1},"secondary":["nrs-sleep"],"release":"r1","start":"2026-03-02","plan":{"compares":"cadence","everyDays":[7,14],"periodDays":28,"design":{"kind":"balanced","periods":4,"longestRun":2},"schedule":[1,0,0,1]},"seed":"0b1c","told":"16 weeks may miss it.","hash":"${'0'.repeat(64)}"}`,
  ],
  [
    'way-decision',
    1,
    '{"ways":[{"technique":"effleurage"},{"pressure":3}],"decision":"suggest-again","reason":"A cold"}',
  ],
  ['trial-change', 1, `{"trial":${other},"change":"ended","why":"harm","note":""}`],
  [
    'adverse-event',
    1,
    '{"session":null,"happened":"2026-03-01T11:00","what":"Fainted","severity":"moderate","done":"Lay down","reported":[]}',
  ],
  ['goal', 1, '{"words":"Sleep through","state":"open"}'],
  ['note', 1, '{"text":"Called."}'],
  ['emergency-opening', 1, '{"account":"jo","reason":"Found unwell"}'],
  ['letter', 1, '{"to":"Dr Okafor","text":"Dear Dr Okafor","how":"email"}'],
  [
    'file',
    1,
    `{"title":"The left knee","what":"photo","dated":"2026-03-01","type":"image/jpeg","bytes":3,"sha256":"${'0'.repeat(64)}"}`,
  ],
  ['file-change', 1, `{"file":${other},"change":"withdrawn","reason":"Of somebody else"}`],
  ['amendment', 1, `{"amends":${other},"text":"The left wrist, not the right"}`],
];
