import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { roles as ofThePlatform, type Condition, type Roles } from "../../provider/contract";

const everywhereBelow: readonly Condition[] = ["organisation", "suborganisations"];
const seen = { read: everywhereBelow };

/** Reads whatever there is, and may write nothing. */
const auditor = {
  extends: "user",
  label: { en: "Auditor", de: "Revision" },
  resources: {
    User: { accessDisabled: everywhereBelow, accessNotActivated: everywhereBelow },
    Bucket: seen,
    Theme: seen,
    Schema: seen,
    TransformationProject: seen,
  },
  application: {},
} as const;

const made = { create: everywhereBelow };

/** Makes whatever there is, and may neither change nor delete it. */
const beginner = {
  extends: "auditor",
  label: { en: "Beginner", de: "Anfang" },
  resources: { User: made, Organisation: made, Bucket: made, Theme: made, Schema: made, TransformationProject: made },
  application: {},
} as const;

/** Those of the platform, and some that lack a right. */
const roles: Roles = { ...ofThePlatform, auditor, beginner };

/** Writes them for an emulator, which reads them when it starts. */
export function withRolesFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "roles-"));
  const file = path.join(folder, "roles.json");
  fs.writeFileSync(file, JSON.stringify(roles));
  return work(file).finally(() => {
    fs.rmSync(folder, { recursive: true });
  });
}
