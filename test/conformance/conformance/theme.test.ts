import { tryEveryRow } from "../tried";

tryEveryRow("Theme");
