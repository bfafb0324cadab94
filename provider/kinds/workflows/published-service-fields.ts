import { z } from "zod";
import * as workflows from "../../contract/workflows";
import { comparedAs } from "../equality";
import type { Declared, Fields } from "../kind";
import { datasetRevision, triggers } from "./dataset-reference";
import { datasetId } from "../references";
import { timeoutField } from "./following";

/** The fields of a published service. */
export const publishedServiceFields = {
  dataset: {
    type: datasetId,
    mark: "replace",
    refersTo: "Bucket",
    revisionIn: "datasetRevision",
    doc: "The dataset that is published: a bucket in the store `data`, with a theme and at least one file.",
    source: "platform#published-services",
  },
  type: {
    type: z.enum(workflows.serviceTypes),
    mark: "replace",
    doc: "`wms`: the view service. `wfs`, `ogcapiFeatures` and `predefinedDataset`: download services.",
    source: "platform#published-services",
  },
  access: {
    type: z.enum(workflows.accessTypes).optional(),
    mark: "mutable",
    sentBy: [workflows.setServiceAccess],
    doc: "Who may use the service. `open`: everybody. `organisationToken`: who has a token of the organisation (ApiToken). `password`: who knows `accessUser` and `accessPassword`; the description of the service (GetCapabilities) stays open. A change publishes the service again. A new service is open.",
    source: "platform#access-to-services",
  },
  accessUser: {
    type: workflows.accessUser.optional(),
    mark: "mutable",
    sentBy: [workflows.setServiceAccess],
    doc: 'The user name that goes with `access: "password"`: one line of up to 200 characters without a colon. With another `access` it has no effect.',
    source: "platform#access-to-services",
  },
  accessPassword: {
    type: workflows.accessPassword.optional(),
    mark: "writeOnly",
    sentBy: [workflows.setServiceAccess],
    versionedBy: "accessPasswordVersion",
    sentWith: ["access", "accessUser", "triggers", "datasetRevision"],
    secret: true,
    doc: 'The password that goes with `access: "password"`: one line of up to 200 characters. The provider cannot read it back. It sends it with each publication: of a new service, when you declare it for the first time, when `access`, `accessUser`, `accessPasswordVersion` or a trigger changes, and when the dataset changes.',
    source: "platform#access-to-services",
  },
  accessPasswordVersion: {
    type: comparedAs("version", z.union([z.number(), z.string()])).optional(),
    mark: "local",
    doc: "Any number or text. A change sends `accessPassword` again. As long as nothing that publishes the service changes, the provider does not send another `accessPassword`, and a warning says so.",
    source: "decisions#write-only-values-have-a-version",
  },
  triggers: {
    type: triggers,
    mark: "local",
    triggers: true,
    doc: "Texts and resources. If one of them changes, the provider publishes the service again: for instance with a BucketFile of the dataset. The dataset itself need not be here if you pass its Bucket resource, nor its theme if you pass that to the Bucket as a resource.",
    source: "decisions#work-is-done-again-when-its-reasons-change",
  },
  datasetRevision,
  timeoutSeconds: timeoutField("a publication", "waiting"),
} as const satisfies Fields;

export type DeclaredService = Declared<typeof publishedServiceFields>;
