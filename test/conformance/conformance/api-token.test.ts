import { tryEveryRow } from "../tried";

tryEveryRow("ApiToken");
