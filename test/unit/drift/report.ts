import type { DriftFinding, DriftReport } from "../../../provider/drift/model";

/** A finding of each type, with values that trouble a form: marks, line breaks and other scripts. */
export const findings: readonly DriftFinding[] = [
  {
    type: "changed",
    change: "changed",
    kind: "Organisation",
    name: "state",
    id: "2",
    urn: "urn:pulumi:dev::tenant::pulumi-nodejs:dynamic/haleconnect:Organisation::state",
    path: "description",
    declared: "Land",
    actual: 'Länder | <b>"Amt"</b> & `mehr`\n2. Zeile',
    says: '`description` of Organisation "state" was changed',
    organisation: { id: "2", name: "Land Beispiel" },
    lastModified: "2026-11-27T02:00:00.000Z",
    up: { plain: "nothing", refreshed: "update", says: "`pulumi up` alone changes nothing." },
    link: "https://haleconnect.example/#/organisation/2",
  },
  {
    type: "permission",
    change: "added",
    kind: "RoleAssignment",
    name: "2/7",
    id: "2/7",
    says: "anna (7) may now act as dataManager in Land Beispiel (2)",
    organisation: { id: "2", name: "Land Beispiel" },
    since: "2026-11-26T10:30:00.000Z",
    by: { id: "1", name: "admin" },
    up: { plain: "nothing", refreshed: "nothing", says: "`pulumi up` leaves it alone." },
  },
  {
    type: "unmanaged",
    change: "added",
    kind: "Organisation",
    name: "Amt Neu",
    id: "14",
    says: 'Organisation "Amt Neu" (14) exists, and no resource declares it',
    organisation: { id: "14", name: "Amt Neu" },
    up: { plain: "nothing", refreshed: "nothing", says: "`pulumi up` leaves it alone." },
  },
];

/** A finding with what XML, tables and labels cannot take as it is. */
export const hostile: DriftFinding = {
  ...(findings[0] ?? ({} as never)),
  name: 'a"b\\c',
  actual: "\u0000\u001b]]><x> | `` @anna #1 \ud800",
  says: "x\ny | <i>@anna</i> `z`",
};

export const report = (more: Partial<DriftReport> = {}): DriftReport => ({
  version: 1,
  server: "https://haleconnect.example",
  account: "admin",
  project: "tenant",
  stack: "dev",
  lookedAt: "2026-11-27T03:00:00.000Z",
  verdict: "drift",
  exit: 7,
  incomplete: false,
  notLookedAt: [],
  failOn: ["changed", "missing", "permission", "file", "expired"],
  compared: 3,
  findings: [...findings],
  organisations: [
    { id: "2", name: "Land Beispiel", parent: "1" },
    { id: "1", name: "Operator" },
    { id: "14", name: "Amt Neu", parent: "2" },
  ],
  ignored: [],
  coverage: { managed: 3, all: 4, percent: 75, kinds: [{ kind: "Organisation", managed: 3, all: 4 }] },
  requests: { total: 9, logins: 1, pages: 6, details: 2 },
  ...more,
});

export const inSync: Partial<DriftReport> = { findings: [], verdict: "inSync", exit: 0 };

export const incomplete: Partial<DriftReport> = {
  findings: [],
  verdict: "incomplete",
  exit: 1,
  incomplete: true,
  notLookedAt: [{ kind: "Bucket", count: 2, urns: ["urn:a", "urn:b"], why: "HC2500 The server failed" }],
};
