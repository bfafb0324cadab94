import { z } from "zod";

const names = z.array(z.string()).readonly();

export const verdictType = z
  .enum(["works", "partly", "unconfirmed", "cannot"])
  .describe(
    "`works`: nothing stands in the way. `partly`: it works, except for the fields that are named: the server lacks them, or a person has to confirm them first. `unconfirmed`: it would work, but a person has to confirm operations first. `cannot`: the server has no operation for it.",
  );

const verbReportType = z
  .strictObject({
    verdict: verdictType,
    missing: names.describe("Operations that the server does not have."),
    unconfirmed: names.describe(
      "Operations that a person still has to confirm, or to choose among candidates, in the order of their use.",
    ),
    without: names.describe("Fields that this server does not take: `contact.state`."),
    waiting: names.describe("Fields whose own operations a person still has to confirm."),
  })
  .readonly();

const kindReportType = z
  .strictObject({
    kind: z.string(),
    uses: names.describe("The operations that the kind calls."),
    verbs: z
      .strictObject({ read: verbReportType, create: verbReportType, update: verbReportType, delete: verbReportType })
      .readonly(),
  })
  .readonly();

const operationReportType = z
  .strictObject({
    operation: z.string(),
    verdict: z
      .enum(["same", "renamed", "composed", "ambiguous", "missing", "unknown"])
      .describe(
        "`same`: as the provider has it. `renamed`: bound, under another path or with other fields. `composed`: answered from another operation's list. `ambiguous`: several candidates. `missing`: the server has none. `unknown`: the file does not name it.",
      ),
    confirmed: z.boolean(),
    there: z.string().optional().describe("`POST /directory/v2/organizations`, if it is bound."),
    remarks: names.describe("What to know of it: limits that are narrower there, fields that are missing, and so on."),
    narrowed: names.describe(
      "Limits and enumerations that are smaller on the server; known if its documents were read.",
    ),
    widened: names.describe("Limits and enumerations that are larger on the server; known if its documents were read."),
  })
  .readonly();

const changedDocumentType = z
  .strictObject({
    document: z.string(),
    changed: z
      .array(
        z
          .strictObject({
            operation: z.string(),
            changes: names.describe("What no longer agrees, a phrase each."),
            isGone: z.boolean().describe("The document no longer has it."),
          })
          .readonly(),
      )
      .readonly()
      .describe("Confirmed operations that the server has otherwise than when the contract file was pulled."),
    agreeing: names.describe("Confirmed operations of which nothing changed that the provider uses."),
  })
  .readonly();

/** What `haleconnect contract check --format json` prints. */
export const reportType = z
  .strictObject({
    source: z.string().describe("The contract file, or the server or the folder whose documents were read."),
    kinds: z.array(kindReportType).readonly(),
    operations: z.array(operationReportType).readonly(),
    changed: z
      .array(changedDocumentType)
      .readonly()
      .describe("Documents that are others than when the contract file was pulled; known if they were read."),
    notCompared: names.describe(
      "Documents of the contract file that were not read this time: nobody knows what changed.",
    ),
  })
  .readonly();

export type Report = z.output<typeof reportType>;
export type KindReport = z.output<typeof kindReportType>;
export type VerbReport = z.output<typeof verbReportType>;
export type Verdict = z.output<typeof verdictType>;
export type OperationReport = z.output<typeof operationReportType>;
export type OperationVerdict = OperationReport["verdict"];
