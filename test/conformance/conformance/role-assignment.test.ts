import { tryEveryRow } from "../tried";

tryEveryRow("RoleAssignment");
