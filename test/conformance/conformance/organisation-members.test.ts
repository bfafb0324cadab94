import { tryEveryRow } from "../tried";

tryEveryRow("OrganisationMembers");
