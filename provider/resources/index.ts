// Printed from kinds/ by `npm run generate`.
export { Organisation, type OrganisationArgs } from "./organisation";
export { OrganisationSharing, type OrganisationSharingArgs } from "./organisation-sharing";
export { OrganisationSharingList, type OrganisationSharingListArgs } from "./organisation-sharing-list";
