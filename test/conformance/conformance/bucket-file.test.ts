import { tryEveryRow } from "../tried";

tryEveryRow("BucketFile");
