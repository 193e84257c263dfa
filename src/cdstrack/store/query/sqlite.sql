-- current()
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) ORDER BY this.indicator, this.period_end, this.id;

-- current(known_at)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) ORDER BY this.indicator, this.period_end, this.id;

-- current(indicators)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.indicator IN ([indicators]) ORDER BY this.indicator, this.period_end, this.id;

-- current(indicators, known_at)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.indicator IN ([indicators]) ORDER BY this.indicator, this.period_end, this.id;

-- current(org_unit)
WITH RECURSIVE indicators(id) AS
(SELECT min(any.indicator) AS id
FROM observation AS any UNION ALL SELECT (SELECT min(next.indicator) AS min_1
FROM observation AS next
WHERE next.indicator > indicators.id) AS anon_1
FROM indicators
WHERE indicators.id IS NOT NULL)
 SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.indicator IN (SELECT indicators.id
FROM indicators
WHERE indicators.id IS NOT NULL) AND this.org_unit = :org_unit ORDER BY this.indicator, this.period_end, this.id;

-- current(known_at, org_unit)
WITH RECURSIVE indicators(id) AS
(SELECT min(any.indicator) AS id
FROM observation AS any UNION ALL SELECT (SELECT min(next.indicator) AS min_1
FROM observation AS next
WHERE next.indicator > indicators.id) AS anon_1
FROM indicators
WHERE indicators.id IS NOT NULL)
 SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.indicator IN (SELECT indicators.id
FROM indicators
WHERE indicators.id IS NOT NULL) AND this.org_unit = :org_unit ORDER BY this.indicator, this.period_end, this.id;

-- current(indicators, org_unit)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.indicator IN ([indicators]) AND this.org_unit = :org_unit ORDER BY this.indicator, this.period_end, this.id;

-- current(indicators, known_at, org_unit)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.indicator IN ([indicators]) AND this.org_unit = :org_unit ORDER BY this.indicator, this.period_end, this.id;

-- by_cell()
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) ORDER BY this.indicator, this.org_unit, this.disaggregation, this.period_end, this.period;

-- by_cell(known_at)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) ORDER BY this.indicator, this.org_unit, this.disaggregation, this.period_end, this.period;

-- of_series(indicators, org_units)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.indicator IN ([indicators]) AND this.org_unit IN ([org_units]) ORDER BY this.indicator, this.org_unit, this.disaggregation, this.period_end, this.period;

-- of_series(indicators, known_at, org_units)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.indicator IN ([indicators]) AND this.org_unit IN ([org_units]) ORDER BY this.indicator, this.org_unit, this.disaggregation, this.period_end, this.period;

-- figure_count()
SELECT coalesce(max(observation.id), 0) AS coalesce_1
FROM observation;

-- places(besides, indicator)
SELECT this.id, this.org_unit, this.disaggregation, this.period, this.period_end, this.withdrawn
FROM observation AS this
WHERE this.indicator = :indicator AND this.org_unit != :besides AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND (this.withdrawn = 0 OR (EXISTS (SELECT earlier.id
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id)));

-- places(besides, indicator, known_at)
SELECT this.id, this.org_unit, this.disaggregation, this.period, this.period_end, this.withdrawn
FROM observation AS this
WHERE this.indicator = :indicator AND this.org_unit != :besides AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND (this.withdrawn = 0 OR (EXISTS (SELECT earlier.id
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id AND earlier.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))));

-- of_units(indicators)
SELECT this.id, this.indicator, this.org_unit, this.period, this.period_start, this.period_end, this.value, this.state, this.numerator, this.denominator, this.qualifier, this.disaggregation
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.indicator IN ([indicators]) AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND (this.value IS NOT NULL OR this.state IS NOT NULL);

-- of_units(indicators, known_at)
SELECT this.id, this.indicator, this.org_unit, this.period, this.period_start, this.period_end, this.value, this.state, this.numerator, this.denominator, this.qualifier, this.disaggregation
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.indicator IN ([indicators]) AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND (this.value IS NOT NULL OR this.state IS NOT NULL);

-- of_units(indicators, org_units)
SELECT this.id, this.indicator, this.org_unit, this.period, this.period_start, this.period_end, this.value, this.state, this.numerator, this.denominator, this.qualifier, this.disaggregation
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.org_unit IN ([org_units]) AND this.indicator IN ([indicators]) AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND (this.value IS NOT NULL OR this.state IS NOT NULL);

-- of_units(indicators, known_at, org_units)
SELECT this.id, this.indicator, this.org_unit, this.period, this.period_start, this.period_end, this.value, this.state, this.numerator, this.denominator, this.qualifier, this.disaggregation
FROM observation AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) AND this.org_unit IN ([org_units]) AND this.indicator IN ([indicators]) AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND (this.value IS NOT NULL OR this.state IS NOT NULL);

-- unit_values(indicator)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NOT NULL) AS anon_1, group_concat(CAST(this.value AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_2, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NULL OR this.qualifier IN ('over', 'nearly')) AS anon_3
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') GROUP BY this.period;

-- unit_values(indicator, known_at)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NOT NULL) AS anon_1, group_concat(CAST(this.value AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_2, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NULL OR this.qualifier IN ('over', 'nearly')) AS anon_3
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) GROUP BY this.period;

-- unit_parts(indicator)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NOT NULL) AS anon_1, group_concat(CAST(coalesce(this.numerator, this.value) AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_2, group_concat(CAST(coalesce(this.denominator, 0) AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_3, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NULL OR this.qualifier IN ('over', 'nearly')) AS anon_4
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') GROUP BY this.period;

-- unit_parts(indicator, known_at)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NOT NULL) AS anon_1, group_concat(CAST(coalesce(this.numerator, this.value) AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_2, group_concat(CAST(coalesce(this.denominator, 0) AS TEXT), ',') FILTER (WHERE this.value IS NOT NULL) AS anon_3, group_concat(this.org_unit, ',') FILTER (WHERE this.value IS NULL OR this.qualifier IN ('over', 'nearly')) AS anon_4
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) GROUP BY this.period;

-- added_values(besides, indicator)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.value) AS count_1, sum(this.value >> 32) AS sum_1, sum(this.value & 4294967295) AS sum_2
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.org_unit != :besides GROUP BY this.period;

-- added_values(besides, indicator, known_at)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.value) AS count_1, sum(this.value >> 32) AS sum_1, sum(this.value & 4294967295) AS sum_2
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND this.org_unit != :besides GROUP BY this.period;

-- added_parts(besides, indicator)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.numerator) AS count_1, sum(this.numerator >> 32) AS sum_1, sum(this.numerator & 4294967295) AS sum_2, sum(this.denominator >> 32) AS sum_3, sum(this.denominator & 4294967295) AS sum_4
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.org_unit != :besides GROUP BY this.period;

-- added_parts(besides, indicator, known_at)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.numerator) AS count_1, sum(this.numerator >> 32) AS sum_1, sum(this.numerator & 4294967295) AS sum_2, sum(this.denominator >> 32) AS sum_3, sum(this.denominator & 4294967295) AS sum_4
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND this.org_unit != :besides GROUP BY this.period;

-- met_values(besides, edge, indicator, most, over, times)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.value) AS count_1, 0, sum(CASE WHEN (this.value > :most OR this.value < -:most OR 1000000 > :most OR this.qualifier IN ('over', 'nearly')) THEN 1099511627776 WHEN (this.value * :times + :edge > 1000000 * :over) THEN 1 ELSE 0 END) AS sum_1
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.org_unit != :besides GROUP BY this.period;

-- met_values(besides, edge, indicator, known_at, most, over, times)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.value) AS count_1, 0, sum(CASE WHEN (this.value > :most OR this.value < -:most OR 1000000 > :most OR this.qualifier IN ('over', 'nearly')) THEN 1099511627776 WHEN (this.value * :times + :edge > 1000000 * :over) THEN 1 ELSE 0 END) AS sum_1
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND this.org_unit != :besides GROUP BY this.period;

-- met_parts(besides, edge, indicator, most, over, times)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.numerator) AS count_1, 0, sum(CASE WHEN (this.numerator > :most OR this.numerator < -:most OR this.denominator > :most OR this.qualifier IN ('over', 'nearly')) THEN 1099511627776 WHEN (this.numerator * :times + :edge > this.denominator * :over) THEN 1 ELSE 0 END) AS sum_1
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.org_unit != :besides GROUP BY this.period;

-- met_parts(besides, edge, indicator, known_at, most, over, times)
SELECT this.period, min(this.period_end) AS min_1, max(this.period_end) AS max_1, group_concat(this.org_unit, ',') AS aggregate_strings_1, count(this.numerator) AS count_1, 0, sum(CASE WHEN (this.numerator > :most OR this.numerator < -:most OR this.denominator > :most OR this.qualifier IN ('over', 'nearly')) THEN 1099511627776 WHEN (this.numerator * :times + :edge > this.denominator * :over) THEN 1 ELSE 0 END) AS sum_1
FROM observation AS this
WHERE this.indicator = :indicator AND this.disaggregation IN ('', 'role=appraised', 'role=final', 'role=self') AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND this.org_unit != :besides GROUP BY this.period;

-- revisions(disaggregation, indicator, org_unit, period)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE observation.indicator = :indicator AND observation.org_unit = :org_unit AND observation.disaggregation = :disaggregation AND observation.period = :period ORDER BY observation.id;

-- revisions(disaggregation, indicator, known_at, org_unit, period)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE observation.indicator = :indicator AND observation.org_unit = :org_unit AND observation.disaggregation = :disaggregation AND observation.period = :period AND observation.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY observation.id;

-- observation(id)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE observation.id = :id;

-- changes(limit, submission)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note, previous.id AS id_1, previous.submission AS submission_1, previous.indicator AS indicator_1, previous.org_unit AS org_unit_1, previous.disaggregation AS disaggregation_1, previous.period AS period_1, previous.period_start AS period_start_1, previous.period_end AS period_end_1, previous.withdrawn AS withdrawn_1, previous.entered AS entered_1, previous.value AS value_1, previous.state AS state_1, previous.not_available AS not_available_1, previous.numerator AS numerator_1, previous.denominator AS denominator_1, previous.stated AS stated_1, previous.qualifier AS qualifier_1, previous.document AS document_1, previous.reported AS reported_1, previous.note AS note_1
FROM observation AS this LEFT OUTER JOIN observation AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id)
WHERE this.submission = :submission ORDER BY this.id
 LIMIT :limit OFFSET 0;

-- revised(indicators)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE (observation.indicator, observation.org_unit, observation.disaggregation, observation.period) IN (SELECT other.indicator, other.org_unit, other.disaggregation, other.period
FROM observation AS other
WHERE other.indicator IN ([indicators]) GROUP BY other.indicator, other.org_unit, other.disaggregation, other.period
HAVING count(*) > 1) ORDER BY observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.id;

-- revised(indicators, known_at)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE (observation.indicator, observation.org_unit, observation.disaggregation, observation.period) IN (SELECT other.indicator, other.org_unit, other.disaggregation, other.period
FROM observation AS other
WHERE other.indicator IN ([indicators]) AND other.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) GROUP BY other.indicator, other.org_unit, other.disaggregation, other.period
HAVING count(*) > 1) AND observation.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.id;

-- revised(indicators, org_units)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE (observation.indicator, observation.org_unit, observation.disaggregation, observation.period) IN (SELECT other.indicator, other.org_unit, other.disaggregation, other.period
FROM observation AS other
WHERE other.indicator IN ([indicators]) AND other.org_unit IN ([org_units]) GROUP BY other.indicator, other.org_unit, other.disaggregation, other.period
HAVING count(*) > 1) ORDER BY observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.id;

-- revised(indicators, known_at, org_units)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE (observation.indicator, observation.org_unit, observation.disaggregation, observation.period) IN (SELECT other.indicator, other.org_unit, other.disaggregation, other.period
FROM observation AS other
WHERE other.indicator IN ([indicators]) AND other.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND other.org_unit IN ([org_units]) GROUP BY other.indicator, other.org_unit, other.disaggregation, other.period
HAVING count(*) > 1) AND observation.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.id;

-- latest_in_cell(disaggregation, indicator, org_unit, period)
SELECT observation.id, observation.submission, observation.indicator, observation.org_unit, observation.disaggregation, observation.period, observation.period_start, observation.period_end, observation.withdrawn, observation.entered, observation.value, observation.state, observation.not_available, observation.numerator, observation.denominator, observation.stated, observation.qualifier, observation.document, observation.reported, observation.note
FROM observation
WHERE observation.indicator = :indicator AND observation.org_unit = :org_unit AND observation.disaggregation = :disaggregation AND observation.period = :period ORDER BY observation.id DESC
 LIMIT 1 OFFSET 0;

-- changes_of_each(first, last, limit)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note, previous.id AS id_1, previous.submission AS submission_1, previous.indicator AS indicator_1, previous.org_unit AS org_unit_1, previous.disaggregation AS disaggregation_1, previous.period AS period_1, previous.period_start AS period_start_1, previous.period_end AS period_end_1, previous.withdrawn AS withdrawn_1, previous.entered AS entered_1, previous.value AS value_1, previous.state AS state_1, previous.not_available AS not_available_1, previous.numerator AS numerator_1, previous.denominator AS denominator_1, previous.stated AS stated_1, previous.qualifier AS qualifier_1, previous.document AS document_1, previous.reported AS reported_1, previous.note AS note_1
FROM observation AS this LEFT OUTER JOIN observation AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id) JOIN (SELECT act.id AS id, coalesce((SELECT other.id
FROM observation AS other
WHERE other.submission = act.id ORDER BY other.id
 LIMIT 1 OFFSET :limit), 9223372036854775807) AS too_far
FROM submission AS act
WHERE act.id BETWEEN :first AND :last
 LIMIT 9223372036854775807 OFFSET 0) AS span ON span.id = this.submission
WHERE this.id < span.too_far ORDER BY span.id, this.id;

-- changes_of_each(first, indicators, last, limit)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note, previous.id AS id_1, previous.submission AS submission_1, previous.indicator AS indicator_1, previous.org_unit AS org_unit_1, previous.disaggregation AS disaggregation_1, previous.period AS period_1, previous.period_start AS period_start_1, previous.period_end AS period_end_1, previous.withdrawn AS withdrawn_1, previous.entered AS entered_1, previous.value AS value_1, previous.state AS state_1, previous.not_available AS not_available_1, previous.numerator AS numerator_1, previous.denominator AS denominator_1, previous.stated AS stated_1, previous.qualifier AS qualifier_1, previous.document AS document_1, previous.reported AS reported_1, previous.note AS note_1
FROM observation AS this LEFT OUTER JOIN observation AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id) JOIN (SELECT act.id AS id, coalesce((SELECT other.id
FROM observation AS other
WHERE other.submission = act.id AND other.indicator IN ([indicators]) ORDER BY other.id
 LIMIT 1 OFFSET :limit), 9223372036854775807) AS too_far
FROM submission AS act
WHERE act.id BETWEEN :first AND :last
 LIMIT 9223372036854775807 OFFSET 0) AS span ON span.id = this.submission
WHERE this.id < span.too_far AND this.indicator IN ([indicators]) ORDER BY span.id, this.id;

-- change_counts(first, last)
SELECT observation.submission, count(*) AS count_1
FROM observation
WHERE observation.submission BETWEEN :first AND :last GROUP BY observation.submission;

-- change_counts(first, indicators, last)
SELECT observation.submission, count(*) AS count_1
FROM observation
WHERE observation.submission BETWEEN :first AND :last AND observation.indicator IN ([indicators]) GROUP BY observation.submission;

-- change_count(submission)
SELECT count(*) AS count_1
FROM observation
WHERE observation.submission = :submission;

-- beside_latest(submission)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note, latest.id AS id_1, latest.submission AS submission_1, latest.indicator AS indicator_1, latest.org_unit AS org_unit_1, latest.disaggregation AS disaggregation_1, latest.period AS period_1, latest.period_start AS period_start_1, latest.period_end AS period_end_1, latest.withdrawn AS withdrawn_1, latest.entered AS entered_1, latest.value AS value_1, latest.state AS state_1, latest.not_available AS not_available_1, latest.numerator AS numerator_1, latest.denominator AS denominator_1, latest.stated AS stated_1, latest.qualifier AS qualifier_1, latest.document AS document_1, latest.reported AS reported_1, latest.note AS note_1
FROM observation AS this JOIN observation AS latest ON latest.id = (SELECT max(other.id) AS max_1
FROM observation AS other
WHERE other.indicator = this.indicator AND other.org_unit = this.org_unit AND other.disaggregation = this.disaggregation AND other.period = this.period)
WHERE this.submission = :submission ORDER BY this.id;

-- periods()
SELECT DISTINCT observation.period
FROM observation ORDER BY observation.period;

-- periods(submission)
SELECT DISTINCT observation.period
FROM observation
WHERE observation.submission = :submission ORDER BY observation.period;

-- count_in_periods(periods)
SELECT count(*) AS count_1
FROM (SELECT this.id AS id, this.submission AS submission, this.indicator AS indicator, this.org_unit AS org_unit, this.disaggregation AS disaggregation, this.period AS period, this.period_start AS period_start, this.period_end AS period_end, this.withdrawn AS withdrawn, this.entered AS entered, this.value AS value, this.state AS state, this.not_available AS not_available, this.numerator AS numerator, this.denominator AS denominator, this.stated AS stated, this.qualifier AS qualifier, this.document AS document, this.reported AS reported, this.note AS note
FROM observation AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM observation AS later
WHERE later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id)) AND this.period IN ([periods])) AS standing;

-- series_touched(documents, since, submissions, until)
SELECT DISTINCT observation.indicator, observation.org_unit, observation.disaggregation
FROM observation
WHERE observation.submission IN ([submissions]) OR observation.document IN ([documents]) OR observation.reported BETWEEN :since AND :until;

-- figure_after(documents, indicator, month, submission)
SELECT observation.id
FROM observation
WHERE observation.indicator = :indicator AND (observation.submission >= :submission OR observation.document IN ([documents]) OR observation.reported >= :month)
 LIMIT 1 OFFSET 0;

-- figure_until(day, documents, indicator, submission)
SELECT observation.id
FROM observation
WHERE observation.indicator = :indicator AND (observation.submission <= :submission OR observation.document IN ([documents]) OR observation.reported <= :day)
 LIMIT 1 OFFSET 0;

-- submissions(limit)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(indicator, limit)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.id IN (SELECT observation.submission
FROM observation
WHERE observation.indicator = :indicator) ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(limit, since)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at >= :since ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(indicator, limit, since)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at >= :since AND submission.id IN (SELECT observation.submission
FROM observation
WHERE observation.indicator = :indicator) ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(known_at, limit)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at <= :known_at ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(indicator, known_at, limit)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at <= :known_at AND submission.id IN (SELECT observation.submission
FROM observation
WHERE observation.indicator = :indicator) ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(known_at, limit, since)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at <= :known_at AND submission.at >= :since ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submissions(indicator, known_at, limit, since)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at <= :known_at AND submission.at >= :since AND submission.id IN (SELECT observation.submission
FROM observation
WHERE observation.indicator = :indicator) ORDER BY submission.id DESC
 LIMIT :limit OFFSET 0;

-- submission(id)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.id = :id;

-- submissions_with(ids)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.id IN ([ids]) ORDER BY submission.id;

-- last_submission()
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission ORDER BY submission.at DESC
 LIMIT 1 OFFSET 0;

-- last_submission(known_at)
SELECT submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM submission
WHERE submission.at <= :known_at ORDER BY submission.at DESC
 LIMIT 1 OFFSET 0;

-- head()
SELECT chain.digest
FROM chain
WHERE 1 = 1 ORDER BY chain.submission DESC
 LIMIT 1 OFFSET 0;

-- head(known_at)
SELECT chain.digest
FROM chain
WHERE chain.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY chain.submission DESC
 LIMIT 1 OFFSET 0;

-- digests(first, last)
SELECT chain.submission, chain.digest
FROM chain
WHERE chain.submission BETWEEN :first AND :last;

-- undos()
SELECT submission.id, submission.undoes
FROM submission
WHERE submission.undoes IS NOT NULL;

-- undos(known_at)
SELECT submission.id, submission.undoes
FROM submission
WHERE submission.undoes IS NOT NULL AND submission.at <= :known_at;

-- last_true_instant()
SELECT submission.at
FROM submission
WHERE submission.test_clock = 0 ORDER BY submission.at DESC
 LIMIT 1 OFFSET 0;

-- instants_from(at)
SELECT submission.at
FROM submission
WHERE submission.at >= :at ORDER BY submission.at;

-- plan_text(digest)
SELECT plan_version.text
FROM plan_version
WHERE plan_version.digest = :digest;

-- plan_versions()
SELECT first.id, first.at, first.kind, first.recorded_by, first.plan_digest, first.program, first.reason, first.undoes, first.source_name, first.source_digest, first.test_clock, last.id AS id_1, last.at AS at_1, last.kind AS kind_1, last.recorded_by AS recorded_by_1, last.plan_digest AS plan_digest_1, last.program AS program_1, last.reason AS reason_1, last.undoes AS undoes_1, last.source_name AS source_name_1, last.source_digest AS source_digest_1, last.test_clock AS test_clock_1
FROM submission AS first, submission AS last, (SELECT min(submission.id) AS first, max(submission.id) AS last
FROM submission GROUP BY submission.plan_digest) AS span
WHERE first.id = span.first AND last.id = span.last ORDER BY span.first;

-- summaries()
SELECT summary_issue.number, summary_issue.submission, summary_issue.week, summary_issue.as_of, summary_issue.known_at, summary_issue.plan_digest, summary_issue.language, summary_issue.text, summary_issue.sha256
FROM summary_issue
WHERE 1 = 1 ORDER BY summary_issue.number;

-- summaries(known_at)
SELECT summary_issue.number, summary_issue.submission, summary_issue.week, summary_issue.as_of, summary_issue.known_at, summary_issue.plan_digest, summary_issue.language, summary_issue.text, summary_issue.sha256
FROM summary_issue
WHERE summary_issue.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY summary_issue.number;

-- closings()
SELECT closing.id, closing.submission, closing.period, closing.reopened, closing.approved_by, closing.figures, closing.head
FROM closing
WHERE 1 = 1 ORDER BY closing.id;

-- closings(known_at)
SELECT closing.id, closing.submission, closing.period, closing.reopened, closing.approved_by, closing.figures, closing.head
FROM closing
WHERE closing.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY closing.id;

-- late_entries()
SELECT late_entry.submission, late_entry.reason
FROM late_entry
WHERE 1 = 1 ORDER BY late_entry.submission;

-- late_entries(known_at)
SELECT late_entry.submission, late_entry.reason
FROM late_entry
WHERE late_entry.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY late_entry.submission;

-- units_in_force()
SELECT units_version.text
FROM units_version
WHERE 1 = 1 ORDER BY units_version.submission DESC
 LIMIT 1 OFFSET 0;

-- units_in_force(known_at)
SELECT units_version.text
FROM units_version
WHERE units_version.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) ORDER BY units_version.submission DESC
 LIMIT 1 OFFSET 0;

-- units_versions()
SELECT units_version.digest, submission.id, submission.at, submission.kind, submission.recorded_by, submission.plan_digest, submission.program, submission.reason, submission.undoes, submission.source_name, submission.source_digest, submission.test_clock
FROM units_version, submission
WHERE units_version.submission = submission.id ORDER BY units_version.submission;

-- documents()
SELECT this.id, this.submission, this."key", this.withdrawn, this.title, this.number, this.issuer, this.issued, this.url, this.note
FROM document AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM document AS later
WHERE later."key" = this."key" AND later.id > this.id)) ORDER BY this.id;

-- documents(known_at)
SELECT this.id, this.submission, this."key", this.withdrawn, this.title, this.number, this.issuer, this.issued, this.url, this.note
FROM document AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM document AS later
WHERE later."key" = this."key" AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) ORDER BY this.id;

-- documents_changed(first, last)
SELECT this.id, this.submission, this."key", this.withdrawn, this.title, this.number, this.issuer, this.issued, this.url, this.note, previous.id AS id_1, previous.submission AS submission_1, previous."key" AS key_1, previous.withdrawn AS withdrawn_1, previous.title AS title_1, previous.number AS number_1, previous.issuer AS issuer_1, previous.issued AS issued_1, previous.url AS url_1, previous.note AS note_1
FROM document AS this LEFT OUTER JOIN document AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM document AS earlier
WHERE earlier."key" = this."key" AND earlier.id < this.id)
WHERE this.submission BETWEEN :first AND :last ORDER BY this.id;

-- documents_touched_later(submission)
SELECT DISTINCT later.submission
FROM document AS this JOIN document AS later ON later."key" = this."key" AND later.id > this.id
WHERE this.submission = :submission AND later.submission > :submission;

-- acknowledgements()
SELECT this.id, this.submission, this.problem, this.withdrawn, this.reason
FROM acknowledgement AS this
WHERE this.withdrawn = 0 AND NOT (EXISTS (SELECT later.id
FROM acknowledgement AS later
WHERE later.problem = this.problem AND later.id > this.id)) ORDER BY this.id;

-- acknowledgements(known_at)
SELECT this.id, this.submission, this.problem, this.withdrawn, this.reason
FROM acknowledgement AS this
WHERE this.withdrawn = 0 AND this.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at) AND NOT (EXISTS (SELECT later.id
FROM acknowledgement AS later
WHERE later.problem = this.problem AND later.id > this.id AND later.submission IN (SELECT submission.id
FROM submission
WHERE submission.at <= :known_at))) ORDER BY this.id;

-- acknowledgements_changed(first, last)
SELECT this.id, this.submission, this.problem, this.withdrawn, this.reason, previous.id AS id_1, previous.submission AS submission_1, previous.problem AS problem_1, previous.withdrawn AS withdrawn_1, previous.reason AS reason_1
FROM acknowledgement AS this LEFT OUTER JOIN acknowledgement AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM acknowledgement AS earlier
WHERE earlier.problem = this.problem AND earlier.id < this.id)
WHERE this.submission BETWEEN :first AND :last ORDER BY this.id;

-- acknowledgements_touched_later(submission)
SELECT DISTINCT later.submission
FROM acknowledgement AS this JOIN acknowledgement AS later ON later.problem = this.problem AND later.id > this.id
WHERE this.submission = :submission AND later.submission > :submission;

-- replacing(submission)
SELECT this.id, this.submission, this.indicator, this.org_unit, this.disaggregation, this.period, this.period_start, this.period_end, this.withdrawn, this.entered, this.value, this.state, this.not_available, this.numerator, this.denominator, this.stated, this.qualifier, this.document, this.reported, this.note, previous.id AS id_1, previous.submission AS submission_1, previous.indicator AS indicator_1, previous.org_unit AS org_unit_1, previous.disaggregation AS disaggregation_1, previous.period AS period_1, previous.period_start AS period_start_1, previous.period_end AS period_end_1, previous.withdrawn AS withdrawn_1, previous.entered AS entered_1, previous.value AS value_1, previous.state AS state_1, previous.not_available AS not_available_1, previous.numerator AS numerator_1, previous.denominator AS denominator_1, previous.stated AS stated_1, previous.qualifier AS qualifier_1, previous.document AS document_1, previous.reported AS reported_1, previous.note AS note_1
FROM observation AS this LEFT OUTER JOIN observation AS previous ON previous.id = (SELECT max(earlier.id) AS max_1
FROM observation AS earlier
WHERE earlier.indicator = this.indicator AND earlier.org_unit = this.org_unit AND earlier.disaggregation = this.disaggregation AND earlier.period = this.period AND earlier.id < this.id)
WHERE this.submission = :submission AND previous.withdrawn = 0 ORDER BY this.id;

-- cells_touched_later(submission)
SELECT DISTINCT later.submission
FROM observation AS this JOIN observation AS later ON later.indicator = this.indicator AND later.org_unit = this.org_unit AND later.disaggregation = this.disaggregation AND later.period = this.period AND later.id > this.id
WHERE this.submission = :submission AND later.submission > :submission;
