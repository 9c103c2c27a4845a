// What stands in the pages of maps that declare [evaluate]: the page with the desk.

import { startDesk } from "./desk.js";
import { start } from "./start.js";

start(startDesk);
