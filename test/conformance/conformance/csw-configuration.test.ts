import { tryEveryRow } from "../tried";

tryEveryRow("CswConfiguration");
