// The little that htmx and plain HTML do not do. Without these modules every function still works.

import "./requests.js";
import "./history.js";
import "./focus.js";
import "./combobox.js";
import "./histogram.js";
import "./copy.js";
import "./article.js";
