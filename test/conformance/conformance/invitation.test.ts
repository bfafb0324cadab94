import { tryEveryRow } from "../tried";

tryEveryRow("Invitation");
