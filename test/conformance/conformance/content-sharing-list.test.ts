import { tryEveryRow } from "../tried";

tryEveryRow("ContentSharingList");
