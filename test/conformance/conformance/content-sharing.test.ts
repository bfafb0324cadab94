import { tryEveryRow } from "../tried";

tryEveryRow("ContentSharing");
