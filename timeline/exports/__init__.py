"""What can be taken away: `names` says which formats there are, `formats` writes them. Reads rows, writes none."""

from timeline.exports.exchange import export_json as export_json
from timeline.exports.tables import CSV_COLUMNS as CSV_COLUMNS
from timeline.exports.tables import export_csv as export_csv
