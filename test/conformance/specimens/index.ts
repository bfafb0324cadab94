// Printed from kinds/ by `npm run generate`.
import type { Specimen } from "../specimen";
import { organisationSpecimen } from "./organisation";
import { organisationSharingSpecimen } from "./organisation-sharing";
import { organisationSharingListSpecimen } from "./organisation-sharing-list";
import { userSpecimen } from "./user";
import { roleAssignmentSpecimen } from "./role-assignment";
import { organisationMembersSpecimen } from "./organisation-members";
import { invitationSpecimen } from "./invitation";
import { cswConfigurationSpecimen } from "./csw-configuration";
import { apiTokenSpecimen } from "./api-token";
import { schemaSpecimen } from "./schema";
import { schemaProfileSpecimen } from "./schema-profile";
import { bucketSpecimen } from "./bucket";
import { bucketFileSpecimen } from "./bucket-file";
import { transformationProjectSpecimen } from "./transformation-project";
import { themeSpecimen } from "./theme";
import { contentSharingSpecimen } from "./content-sharing";
import { contentSharingListSpecimen } from "./content-sharing-list";
import { taskSpecimen } from "./task";
import { publishedServiceSpecimen } from "./published-service";
import { workflowRunSpecimen } from "./workflow-run";

/** One for each kind, in the order of the kinds. */
export const specimens: readonly Specimen[] = [
  organisationSpecimen,
  organisationSharingSpecimen,
  organisationSharingListSpecimen,
  userSpecimen,
  roleAssignmentSpecimen,
  organisationMembersSpecimen,
  invitationSpecimen,
  cswConfigurationSpecimen,
  apiTokenSpecimen,
  schemaSpecimen,
  schemaProfileSpecimen,
  bucketSpecimen,
  bucketFileSpecimen,
  transformationProjectSpecimen,
  themeSpecimen,
  contentSharingSpecimen,
  contentSharingListSpecimen,
  taskSpecimen,
  publishedServiceSpecimen,
  workflowRunSpecimen,
];
