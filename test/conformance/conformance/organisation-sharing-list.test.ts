import { tryEveryRow } from "../tried";

tryEveryRow("OrganisationSharingList");
