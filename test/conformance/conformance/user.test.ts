import { tryEveryRow } from "../tried";

tryEveryRow("User");
