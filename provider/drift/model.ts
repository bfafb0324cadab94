import { z } from "zod";

/** What `haleconnect drift` reports. docs/haleconnect.drift.schema.json is printed from here, and every form prints this. */

export const findingTypes = ["changed", "missing", "unmanaged", "permission", "file", "expired", "pending"] as const;
export type FindingType = (typeof findingTypes)[number];

/** By default these make the command fail. What nobody declared, or nobody deployed yet, is told, and does not fail. */
export const failingByDefault: readonly FindingType[] = ["changed", "missing", "permission", "file", "expired"];

/** What stands for a secret value. */
export const MASK = "[secret]";

/** What stands for a value that only a deployment gives, such as the id of an object that is yet to be made. */
export const LATER = "[known after up]";

const moment = z.iso.datetime();

const named = z.strictObject({ id: z.string(), name: z.string().optional() });

const consequence = z.strictObject({
  plain: z
    .enum(["nothing", "create", "update", "replace", "delete"])
    .describe(
      "What `pulumi up` does. It ignores drift, because it compares the program with the state and does not read the platform. With --desired: what the program changes.",
    ),
  refreshed: z
    .enum(["update", "replace", "refuse", "create", "delete", "nothing"])
    .describe(
      "What `pulumi up --refresh --run-program` does, if the program still says what the state has. `refuse`: it stops with an error.",
    ),
  says: z.string().describe("The same in one sentence."),
});

export const findingModel = z.strictObject({
  type: z
    .enum(findingTypes)
    .describe(
      "`changed`: a declared value differs. `missing`: a declared object is gone. `unmanaged`: nobody declared the object. `permission`: somebody gained or lost access. `file`: a file was added, changed or removed. `expired`: an ignore rule ended. `pending` (only with --desired): the program declares it, and nobody has deployed it yet.",
    ),
  change: z
    .enum(["added", "changed", "removed"])
    .describe("What happened on the server, seen from the declaration. Of `pending`: what happened in the program."),
  kind: z.string().describe("The kind of the resource: `Organisation`."),
  name: z.string().describe("The name of the resource in the program, or what an undeclared object is called."),
  id: z
    .string()
    .describe(
      "The id of the object on the server. If the object does not exist yet: its URN. Of `expired`: the place of the rule, as file, line and column.",
    ),
  urn: z.string().optional().describe("The resource in Pulumi's state. An undeclared object has none."),
  path: z.string().optional().describe("The field: `contact.city`. A dot inside a name is written `\\.`."),
  declared: z
    .json()
    .optional()
    .describe(
      `The value in the state; of \`pending\`: in the program. Absent: no value. A secret is \`${MASK}\`, and what is not known yet \`${LATER}\`.`,
    ),
  actual: z
    .json()
    .optional()
    .describe(`The value on the server; of \`pending\`: in the state. Absent: no value. A secret is \`${MASK}\`.`),
  says: z.string().describe("The finding in one sentence."),
  details: z.array(z.string()).optional().describe("Who gained or lost what, or which members of a set differ."),
  organisation: named.optional().describe("The organisation to which the object belongs."),
  lastModified: moment.optional().describe("When the object was changed last, if the server says it."),
  since: moment.optional().describe("When the object was made or access was given, if the server says it."),
  by: named.optional().describe("Who made the object or gave the access, if the server says it."),
  up: consequence.describe("What `pulumi up` does about it."),
  link: z.string().optional().describe("The page of the platform about the object."),
});

const gapModel = z.strictObject({
  kind: z
    .string()
    .describe("The kind. Or `Stack`: its state changed during the check. Or `Program`: its preview failed."),
  count: z.int().describe("How many resources could not be checked. 0: the search for undeclared objects."),
  urns: z.array(z.string()).describe("At most ten of them."),
  why: z.string(),
  sealed: z
    .array(z.string())
    .optional()
    .describe("The fields that the state keeps encrypted. All others of these resources were compared."),
});

const coverageOfKind = z.strictObject({ kind: z.string(), managed: z.int(), all: z.int() });

const repairModel = z.strictObject({
  way: z
    .enum(["restore", "accept"])
    .describe("`restore`: the platform got what is declared. `accept`: the state took what is there."),
  done: z.boolean().describe("Whether Pulumi ran to its end. False: there was nothing to do, or nobody agreed."),
  failed: z.string().optional().describe("What Pulumi said, if it failed."),
  resources: z
    .array(
      z.strictObject({
        urn: z.string(),
        kind: z.string(),
        name: z.string(),
        found: z.array(z.string()).describe("What was found before, in sentences."),
        inOrder: z
          .boolean()
          .describe(
            "Whether the second check found none of this. After --restore, the values are also those that were declared before.",
          ),
        sealed: z
          .array(z.string())
          .optional()
          .describe(
            "Fields that could not be compared, before and afterwards, because the state keeps them encrypted.",
          ),
      }),
    )
    .describe("The resources to repair."),
  leftAlone: z
    .array(z.strictObject({ says: z.string(), why: z.string() }))
    .describe("The findings that were left alone."),
  values: z
    .array(
      z.strictObject({
        urn: z.string(),
        kind: z.string(),
        name: z.string(),
        path: z.string().optional().describe("The field. Absent: the resource as a whole."),
        value: z.json().optional().describe(`The value to declare. Absent: nothing. A secret is \`${MASK}\`.`),
        says: z.string().describe("What to write into the program, in one sentence."),
      }),
    )
    .optional()
    .describe("After --accept: what to write into the program, so that the next `pulumi up` changes nothing."),
});

export const reportModel = z.strictObject({
  version: z.literal(1).describe("The version of this form."),
  server: z.string(),
  account: z.string().optional(),
  contractFile: z.string().optional().describe("The contract file by which the server was called, if there is one."),
  project: z.string().optional(),
  stack: z.string().optional(),
  lookedAt: moment.describe("When the check began."),
  verdict: z
    .enum(["inSync", "drift", "incomplete"])
    .describe("`inSync`: nothing found that counts. `incomplete`: not everything could be checked."),
  exit: z.int().describe("The exit code of the command."),
  incomplete: z.boolean(),
  notLookedAt: z.array(gapModel),
  partial: z
    .strictObject({ kinds: z.array(z.string()), targets: z.array(z.string()) })
    .optional()
    .describe("Present if --kind or --target left something out."),
  failOn: z.array(z.enum(findingTypes)),
  compared: z.int().describe("How many resources of the state were compared."),
  findings: z.array(findingModel),
  organisations: z
    .array(z.strictObject({ id: z.string(), name: z.string().optional(), parent: z.string().optional() }))
    .optional()
    .describe("The organisations that have findings, and those above them."),
  ignored: z
    .array(
      z.strictObject({
        rule: z.string(),
        reason: z.string(),
        expires: z.string(),
        findings: z.int().describe("How many findings the rule ignored. One that two rules mean counts for the first."),
      }),
    )
    .describe("The ignore rules that hold."),
  coverage: z
    .strictObject({
      managed: z.int(),
      all: z.int(),
      percent: z.number(),
      least: z.number().optional().describe("The value of --min-coverage."),
      kinds: z.array(coverageOfKind),
    })
    .optional()
    .describe("How much of the tenant is declared. Absent if the search for undeclared objects was left out."),
  repair: repairModel
    .optional()
    .describe("With --restore or --accept: what was done. The findings are those of the check afterwards."),
  requests: z.strictObject({
    total: z.int(),
    logins: z.int(),
    pages: z.int().describe("Pages of lists."),
    details: z.int().describe("Requests that were neither a login nor a page of a list."),
    repeated: z.int().optional().describe("Requests that repeated a failed one. Absent: none."),
  }),
});

export type DriftFinding = Readonly<z.output<typeof findingModel>>;
export type Gap = Readonly<z.output<typeof gapModel>>;
export type DriftReport = Readonly<z.output<typeof reportModel>>;
export type Repair = Readonly<z.output<typeof repairModel>>;
export type Coverage = NonNullable<DriftReport["coverage"]>;
