export { Organisation, type OrganisationArgs } from "./resources/organisation";
