import { tryEveryRow } from "../tried";

tryEveryRow("Bucket");
