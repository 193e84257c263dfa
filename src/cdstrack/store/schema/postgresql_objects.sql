-- Each object of the store's namespace with all that matters of it: types and collations of columns,
-- whether a rule holds and a guard is on, the text of a function, whether it runs as its owner, and
-- whether everybody may use one that does.
SELECT name, regexp_replace(made, '\s+', ' ', 'g') FROM (
SELECT 'table ' || relname AS name, string_agg(attname || ' ' || format_type(atttypid, atttypmod)
       || CASE WHEN attnotnull THEN ' not null' ELSE '' END
       || CASE WHEN collname IS NULL THEN '' ELSE ' ' || collname END, ', ' ORDER BY attnum)
       || CASE WHEN relrowsecurity OR relhasrules THEN ', rules' ELSE '' END AS made
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_collation ON pg_collation.oid = attcollation
 WHERE relnamespace = 'cdstrack'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
 GROUP BY relname, relrowsecurity, relhasrules
UNION ALL
SELECT 'index ' || relname, pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' off' END
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
 WHERE relnamespace = 'cdstrack'::regnamespace
UNION ALL
SELECT 'rule ' || conname, pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' off' END
  FROM pg_constraint
 WHERE connamespace = 'cdstrack'::regnamespace AND contype IN ('c', 'f', 'p', 'u', 'x')
UNION ALL
SELECT 'trigger ' || tgname, pg_get_triggerdef(pg_trigger.oid)
       || CASE WHEN tgenabled IN ('O', 'A') THEN '' ELSE ' off' END
  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
 WHERE relnamespace = 'cdstrack'::regnamespace AND NOT tgisinternal
UNION ALL
SELECT 'function ' || proname, md5(prosrc) || CASE WHEN prosecdef THEN ' as owner' ELSE '' END
       || coalesce(' ' || array_to_string(proconfig, ' '), '')
       || CASE WHEN prosecdef AND has_function_privilege('public', oid, 'EXECUTE') THEN ' for all'
               ELSE '' END
  FROM pg_proc WHERE pronamespace = 'cdstrack'::regnamespace
) AS objects ORDER BY name COLLATE "C"
