import { tryEveryRow } from "../tried";

tryEveryRow("Task");
