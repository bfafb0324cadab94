import { tryEveryRow } from "../tried";

tryEveryRow("OrganisationSharing");
