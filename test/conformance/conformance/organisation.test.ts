import { tryEveryRow } from "../tried";

tryEveryRow("Organisation");
