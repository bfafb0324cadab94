import { tryEveryRow } from "../tried";

tryEveryRow("PublishedService");
