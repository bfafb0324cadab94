import { tryEveryRow } from "../tried";

tryEveryRow("Schema");
