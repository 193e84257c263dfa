PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE plan_version (
    digest TEXT NOT NULL PRIMARY KEY CHECK (digest <> ''),
    text TEXT NOT NULL
) STRICT;
INSERT INTO plan_version VALUES('0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5',replace('# A small plan for the transcripts: one target of each kind that behaves differently.\nschema: 1\nplan:\n  id: cds-mau\n  title: {vi: "Đề án chuyển đổi số tỉnh Mẫu", en: "Digital transformation of Mẫu province"}\n  area: tinh-mau\n  starts: 2020-10-09\n  timezone: Asia/Ho_Chi_Minh\n  language: vi\ndocuments:\n  nghi-quyet: {title: "Nghị quyết về chuyển đổi số", number: "06-NQ/TU", issued: 2021-06-29}\n  bao-cao-7: {title: "Báo cáo tháng 7 năm 2022", number: "123/BC-STTTT", issued: 2022-08-05}\npillars:\n  chinh-quyen-so: {vi: Chính quyền số, en: Digital government}\n  kinh-te-so: {vi: Kinh tế số, en: Digital economy}\n  xa-hoi-so: {vi: Xã hội số, en: Digital society}\norg_units:\n  tinh-mau: {vi: tỉnh Mẫu, en: Mẫu province}\n  huyen-cu: {vi: huyện Cũ, en: Cũ district, closed: 2021-06-30, successor: tinh-mau}\n  so-tttt: {vi: Sở Thông tin và Truyền thông, en: Department of Information and Communications}\n  so-ct: {vi: Sở Công Thương, en: Department of Industry and Trade}\nindicators:\n  - id: ho-so-cap-tinh\n    name: {vi: Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng, en: Provincial work files handled online}\n    short: {vi: Hồ sơ cấp tỉnh, en: Provincial files}\n    pillar: chinh-quyen-so\n    level: tinh\n    unit: percent\n    direction: increase\n    bounds: [0, 100]\n    numerator: {vi: hồ sơ xử lý trên mạng, en: files handled online}\n    denominator: {vi: hồ sơ phát sinh, en: all files}\n    frequency: quarterly\n    lead: so-tttt\n    baseline: {date: 2020-12-31, value: 40, document: nghi-quyet}\n    targets:\n      - {due: 2025-12-31, at_least: 90, wording: "90% hồ sơ công việc tại cấp tỉnh", document: nghi-quyet}\n      - {due: 2030-12-31, at_least: 100, wording: "100% hồ sơ công việc tại cấp tỉnh", document: nghi-quyet}\n  - id: ho-so-cap-xa\n    name: {vi: Hồ sơ công việc cấp xã xử lý trên môi trường mạng, en: Commune work files handled online}\n    short: {vi: Hồ sơ cấp xã, en: Commune files}\n    pillar: chinh-quyen-so\n    level: xa\n    unit: percent\n    direction: increase\n    bounds: [0, 100]\n    frequency: quarterly\n    lead: so-tttt\n    targets:\n      - {due: 2025-12-31, at_least: 60, wording: "60% hồ sơ công việc tại cấp xã", document: nghi-quyet}\n  - id: giao-dich\n    name: {vi: Giao dịch trực tuyến trong tháng, en: Online transactions in a month}\n    pillar: kinh-te-so\n    unit: count\n    direction: increase\n    frequency: monthly\n    lead: so-ct\n    targets:\n      - {due: 2025-12-31, more_than: 5000, wording: "trên 5.000 giao dịch mỗi tháng", document: nghi-quyet}\n  - id: kinh-te-so-nganh\n    name: {vi: Tỷ trọng kinh tế số trong từng ngành, en: Share of the digital economy in each sector}\n    pillar: kinh-te-so\n    unit: percent\n    direction: increase\n    bounds: [0, 100]\n    frequency: yearly\n    lead: so-ct\n    every: {sector: [nong-nghiep, du-lich]}\n    targets:\n      - {due: 2025-12-31, at_least: 5, wording: "từng ngành đạt tối thiểu 5%", document: nghi-quyet}\n  - id: xep-hang\n    name: {vi: "Xếp hạng [red]chuyển đổi số[/] cả nước", en: National digital ranking}\n    pillar: xa-hoi-so\n    unit: rank\n    direction: decrease\n    measure: rank\n    frequency: yearly\n    lead: so-tttt\n    targets:\n      - {due: 2025-12-31, top: 30, of: 63, wording: "nhóm 30 tỉnh dẫn đầu", document: nghi-quyet}\n  - id: dan-so\n    name: {vi: Dân số, en: Population}\n    pillar: xa-hoi-so\n    unit: count\n    direction: increase\n    frequency: yearly\n    lead: so-tttt\n  - id: doanh-thu\n    name: {vi: Doanh thu kinh tế số, en: Revenue of the digital economy}\n    pillar: kinh-te-so\n    unit: amount\n    unit_label: {vi: tỷ đồng, en: billion VND}\n    direction: increase\n    measure: flow\n    frequency: yearly\n    lead: so-ct\n','\n',char(10)));
CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    key TEXT NOT NULL CHECK (key <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    title TEXT,
    number TEXT,
    issuer TEXT,
    issued TEXT CHECK (issued IS date(issued, '+0 days')),
    url TEXT,
    note TEXT,
    CHECK ((title IS NULL) = withdrawn)
) STRICT;
INSERT INTO document VALUES(1,5,'bc-08',0,'Báo cáo tháng 8',NULL,NULL,'2022-08-30',NULL,NULL);
INSERT INTO document VALUES(2,6,'bc-08',1,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE acknowledgement (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    problem TEXT NOT NULL CHECK (problem <> ''),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    reason TEXT,
    CHECK ((reason IS NULL) = withdrawn)
) STRICT;
INSERT INTO acknowledgement VALUES(1,7,'CDS506 giao-dich tinh-mau 2022-06',0,'đã hỏi Sở');
CREATE TABLE summary_issue (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of, '+0 days')),
    known_at TEXT CHECK (known_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(known_at, 1, 10) IS date(substr(known_at, 1, 10), '+0 days')),
    plan_digest TEXT NOT NULL REFERENCES plan_version (digest),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
INSERT INTO summary_issue VALUES(1,8,'2026-W46','2026-11-15','2026-11-22T04:57:05.000000Z','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','vi',replace('Đề án chuyển đổi số tỉnh Mẫu\nTóm tắt tuần 46 năm 2026 (từ ngày 9/11 đến ngày 15/11/2026)\nTính đến ngày 15/11/2026\n------------------------------------------------------------------------------\n\n5 chỉ tiêu: đạt 0; đúng tiến độ 1; chậm tiến độ 0; nguy cơ không đạt 0; không\nđạt 0; chưa có số liệu 4. Không đổi so với tuần trước.\n\nI. Kết quả trong tuần\n\nTrong tuần không có số liệu mới, không có hiệu chỉnh và không có đánh giá nào\nthay đổi.\n\nII. Tồn tại, hạn chế\n\nCòn xa mục tiêu nhất\n- Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng: 67,84% (981/1.446), mục\n  tiêu năm 2030 ít nhất 100%; còn thiếu 32,16 điểm phần trăm (465 trường hợp).\n  Cần tăng 7,8 điểm phần trăm mỗi năm (còn 1.507 ngày); hiện tăng 17,58 điểm\n  phần trăm mỗi năm.\n\nSố liệu cũ\n- Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng: số liệu gần nhất kỳ\n  31/7/2022, cách 52 tháng (hằng quý).\n\nĐã qua thời hạn, chưa có số liệu để đánh giá\n- Hạn 31/12/2025, chờ số liệu (1): Hồ sơ cấp tỉnh.\n- Hạn 31/12/2025, chưa có số liệu (4): Hồ sơ cấp xã; Giao dịch trực tuyến\n  trong tháng; Tỷ trọng kinh tế số trong từng ngành; Xếp hạng [red]chuyển đổi\n  số[/] cả nước.\n\nKhông có: đi ngược chiều mong muốn; số liệu mâu thuẫn; đã qua thời hạn, không\nđạt hoặc chưa xong.\n\nIII. Việc cần làm tuần tới\n\nĐề nghị Sở Thông tin và Truyền thông bổ sung số liệu\n- Hạn 9/1/2021, quá hạn 70 tháng, hằng quý, chưa từng có số liệu (1): Hồ sơ\n  cấp xã.\n- Hạn 9/10/2021, quá hạn 61 tháng, hằng năm, chưa từng có số liệu (1): Xếp\n  hạng [red]chuyển đổi số[/] cả nước.\n- Hồ sơ cấp tỉnh (hằng quý): hạn 31/10/2022, quá hạn 48 tháng; gần nhất: kỳ\n  31/7/2022.\n\nĐề nghị Sở Công Thương bổ sung số liệu\n- Hạn 9/11/2020, quá hạn 72 tháng, hằng tháng, chưa từng có số liệu (1): Giao\n  dịch trực tuyến trong tháng.\n- Hạn 9/10/2021, quá hạn 61 tháng, hằng năm, chưa từng có số liệu (1): Tỷ\n  trọng kinh tế số trong từng ngành.\n\nKhông có mốc nào trong 90 ngày tới.\n\n------------------------------------------------------------------------------\nCăn cứ\n- Số liệu đã ghi đến 2026-11-22T04:57:05Z (22/11/2026 11:57:05,\n  Asia/Ho_Chi_Minh); lần ghi cuối: số 7.\n- Kế hoạch, bản\n  0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5.\n- Phương pháp: linear. cdstrack 0.1.0.\n- In lại đúng trang này:\n  cdstrack summary --week 2026-W46 --known-at 2026-11-22T04:57:05Z \\n  --plan-at 0c13f21cf96b --lang vi\n','\n',char(10)),'929d4f0c3d22e28f298899192a132c80090290d7788f960243e54d99aeb8212c');
CREATE TABLE chain (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
INSERT INTO chain VALUES(1,'dcca610208f13070e5d909e578d2dcd03b994e58a1a819b311dfef2b3f52fe87');
INSERT INTO chain VALUES(2,'8aae15704f4639e108d2c32215560561592159c9c962a48a9168e5e754d88775');
INSERT INTO chain VALUES(3,'43c96da39b146cfbebe1f0059b87c1b55839adb4624fd81f19ff278ed1366249');
INSERT INTO chain VALUES(4,'13a10a7dead694b78e514e744be5498ffdaa62df339e0e361f3d41302ea616f7');
INSERT INTO chain VALUES(5,'9e9bc6a2ed6839f808149cc2c0c7da317f017487d24a360ea0d6ad57550111e0');
INSERT INTO chain VALUES(6,'db688bf6d291498fb486549fea1677e02f1f8d20f945db8f9526b8ca467c2013');
INSERT INTO chain VALUES(7,'2c872525068efc1cdfdfce575d15c1cb16ff2b9322059c9ccc20ac5d1c2b0449');
INSERT INTO chain VALUES(8,'4134871af8d20ab082a687b765b4d5f13c3970d213d547c1f55cebaef8732b09');
CREATE TABLE chain_start (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days'))
) STRICT;
INSERT INTO chain_start VALUES(8,'2026-11-28T09:18:31.682000Z');
CREATE TABLE IF NOT EXISTS "observation" (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    org_unit TEXT NOT NULL CHECK (org_unit <> ''),
    disaggregation TEXT NOT NULL,
    period TEXT NOT NULL,
    period_start TEXT NOT NULL CHECK (period_start IS date(period_start, '+0 days')),
    period_end TEXT NOT NULL CHECK (period_end IS date(period_end, '+0 days')),
    withdrawn INTEGER NOT NULL CHECK (withdrawn BETWEEN 0 AND 1),
    entered TEXT NOT NULL,
    value INTEGER,
    state TEXT CHECK (state = 'not-started' OR state = 'in-progress' OR state = 'mostly-done' OR state = 'done'),
    not_available TEXT,
    numerator INTEGER,
    denominator INTEGER CHECK (denominator > 0),
    stated INTEGER,
    qualifier TEXT NOT NULL CHECK (qualifier = 'exact' OR qualifier = 'about' OR qualifier = 'over' OR qualifier = 'nearly' OR qualifier = 'estimate' OR qualifier = 'preliminary' OR qualifier = 'derived'),
    document TEXT,
    reported TEXT CHECK (reported IS date(reported, '+0 days') OR reported IS strftime('%Y-%m', reported || '-01', '+0 days')),
    note TEXT,
    CHECK (period_start <= period_end),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK ((value IS NOT NULL) + (state IS NOT NULL) + (not_available IS NOT NULL)
           = 1 - withdrawn)
) STRICT;
INSERT INTO observation VALUES(1,1,'ho-so-cap-tinh','tinh-mau','','2022-07-31','2022-07-31','2022-07-31',0,'67,84',67840000,NULL,NULL,NULL,NULL,NULL,'exact','bao-cao-7',NULL,NULL);
INSERT INTO observation VALUES(2,2,'giao-dich','tinh-mau','','2022-06','2022-06-01','2022-06-30',0,'1200',1200000000,NULL,NULL,NULL,NULL,NULL,'exact',NULL,NULL,NULL);
INSERT INTO observation VALUES(3,2,'giao-dich','tinh-mau','','2022-07','2022-07-01','2022-07-31',0,'6784',6784000000,NULL,NULL,NULL,NULL,NULL,'exact',NULL,NULL,NULL);
INSERT INTO observation VALUES(4,3,'ho-so-cap-tinh','tinh-mau','','2022-07-31','2022-07-31','2022-07-31',0,'981/1446',67842324,NULL,NULL,981000000,1446000000,68000000,'exact','bao-cao-7',NULL,'nguồn: báo cáo tháng 7');
INSERT INTO observation VALUES(5,4,'giao-dich','tinh-mau','','2022-07','2022-07-01','2022-07-31',1,'',NULL,NULL,NULL,NULL,NULL,NULL,'exact',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "submission" (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL UNIQUE CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z' AND substr(at, 1, 10) IS date(substr(at, 1, 10), '+0 days')),
    kind TEXT NOT NULL CHECK (kind = 'record' OR kind = 'import' OR kind = 'correct' OR kind = 'withdraw' OR kind = 'undo' OR kind = 'document' OR kind = 'acknowledge' OR kind = 'summary' OR kind = 'close' OR kind = 'reopen'),
    recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
    plan_digest TEXT NOT NULL REFERENCES plan_version (digest),
    program TEXT NOT NULL,
    reason TEXT,
    undoes INTEGER REFERENCES submission (id) CHECK (undoes < id),
    source_name TEXT,
    source_digest TEXT,
    test_clock INTEGER NOT NULL CHECK (test_clock BETWEEN 0 AND 1),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CHECK ((kind <> 'correct' AND kind <> 'withdraw') OR coalesce(reason, '') <> '')
) STRICT;
INSERT INTO submission VALUES(1,'2026-11-22T04:57:02.000000Z','record','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0',NULL,NULL,NULL,NULL,0);
INSERT INTO submission VALUES(2,'2026-11-22T04:57:03.000000Z','import','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0',NULL,NULL,'f.csv','73e3855e507c7bee5fa6087803c95bf142a8254c78398674a97708efded1edc8',0);
INSERT INTO submission VALUES(3,'2026-11-22T04:57:03.000001Z','correct','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0','có phân số',NULL,NULL,NULL,0);
INSERT INTO submission VALUES(4,'2026-11-22T04:57:03.000002Z','withdraw','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0','gõ sai',NULL,NULL,NULL,0);
INSERT INTO submission VALUES(5,'2026-11-22T04:57:04.000000Z','document','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0',NULL,NULL,NULL,NULL,0);
INSERT INTO submission VALUES(6,'2026-11-22T04:57:04.000001Z','undo','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0',NULL,5,NULL,NULL,0);
INSERT INTO submission VALUES(7,'2026-11-22T04:57:05.000000Z','acknowledge','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0','đã hỏi Sở',NULL,NULL,NULL,0);
INSERT INTO submission VALUES(8,'2026-11-22T04:57:05.000001Z','summary','lan','0c13f21cf96b95cbdf14baa40ed976dd042eb48961cc36e2133d49913140c7e5','cdstrack 0.1.0',NULL,NULL,NULL,NULL,0);
CREATE TABLE closing (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    submission INTEGER NOT NULL REFERENCES submission (id),
    period TEXT NOT NULL CHECK (period <> ''),
    reopened INTEGER NOT NULL CHECK (reopened BETWEEN 0 AND 1),
    approved_by TEXT,
    figures INTEGER CHECK (figures >= 0),
    head TEXT CHECK (length(head) = 64),
    CHECK ((coalesce(approved_by, '') = '') = reopened),
    CHECK ((figures IS NULL) = reopened)
) STRICT;
CREATE TABLE late_entry (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE TABLE database_user (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    name TEXT NOT NULL CHECK (name <> ''),
    sealed_in INTEGER NOT NULL,
    CHECK (sealed_in >= submission)
) STRICT;
INSERT INTO database_user VALUES(1,'so_tttt',9);
INSERT INTO database_user VALUES(3,'so_tttt',9);

CREATE TABLE units_version (
    submission INTEGER NOT NULL PRIMARY KEY REFERENCES submission (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    text TEXT NOT NULL
) STRICT;
INSERT INTO units_version VALUES(1,'ad8f8c14c7c93768e933cb4105b4d2c0fb0b5f81aa9712a18bb800b44b5aaa58',replace('code,id,vi,level\n101,xa-an,Xã An,xa\n','\n',char(10)));
CREATE INDEX document_key ON document (key);
CREATE INDEX document_submission ON document (submission);
CREATE INDEX acknowledgement_problem ON acknowledgement (problem);
CREATE INDEX acknowledgement_submission ON acknowledgement (submission);
CREATE TRIGGER plan_version_no_update BEFORE UPDATE ON plan_version BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never changed'); END;
CREATE TRIGGER plan_version_no_delete BEFORE DELETE ON plan_version BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never deleted'); END;
CREATE TRIGGER plan_version_no_replace BEFORE INSERT ON plan_version WHEN EXISTS (SELECT 1 FROM plan_version WHERE digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'plan_version: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never changed'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never deleted'); END;
CREATE TRIGGER document_no_replace BEFORE INSERT ON document WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM document) BEGIN SELECT RAISE(ABORT, 'document: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER acknowledgement_no_update BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never changed'); END;
CREATE TRIGGER acknowledgement_no_delete BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never deleted'); END;
CREATE TRIGGER acknowledgement_no_replace BEFORE INSERT ON acknowledgement WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM acknowledgement) BEGIN SELECT RAISE(ABORT, 'acknowledgement: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER summary_issue_no_update BEFORE UPDATE ON summary_issue BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never changed'); END;
CREATE TRIGGER summary_issue_no_delete BEFORE DELETE ON summary_issue BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never deleted'); END;
CREATE TRIGGER summary_issue_no_replace BEFORE INSERT ON summary_issue WHEN NEW.number <> -1 AND NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM summary_issue) BEGIN SELECT RAISE(ABORT, 'summary_issue: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never changed'); END;
CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never deleted'); END;
CREATE TRIGGER chain_no_replace BEFORE INSERT ON chain WHEN NEW.submission IS NOT (SELECT coalesce(max(submission), 0) + 1 FROM chain) BEGIN SELECT RAISE(ABORT, 'chain: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER chain_start_no_update BEFORE UPDATE ON chain_start BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never changed'); END;
CREATE TRIGGER chain_start_no_delete BEFORE DELETE ON chain_start BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never deleted'); END;
CREATE TRIGGER chain_start_no_replace BEFORE INSERT ON chain_start WHEN EXISTS (SELECT 1 FROM chain_start) BEGIN SELECT RAISE(ABORT, 'chain_start: rows are only ever added, never replaced or put in between'); END;
CREATE INDEX observation_cell ON observation (indicator, org_unit, disaggregation, period);
CREATE INDEX observation_submission ON observation (submission);
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never changed'); END;
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never deleted'); END;
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM observation) BEGIN SELECT RAISE(ABORT, 'observation: rows are only ever added, never replaced or put in between'); END;
CREATE INDEX submission_undoes ON submission (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never changed'); END;
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never deleted'); END;
CREATE TRIGGER submission_no_replace BEFORE INSERT ON submission WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM submission) OR EXISTS (SELECT 1 FROM submission WHERE at = NEW.at) BEGIN SELECT RAISE(ABORT, 'submission: rows are only ever added, never replaced or put in between'); END;
CREATE INDEX closing_submission ON closing (submission);
CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never changed'); END;
CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never deleted'); END;
CREATE TRIGGER closing_no_replace BEFORE INSERT ON closing WHEN NEW.id <> -1 AND NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM closing) BEGIN SELECT RAISE(ABORT, 'closing: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER late_entry_no_update BEFORE UPDATE ON late_entry BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never changed'); END;
CREATE TRIGGER late_entry_no_delete BEFORE DELETE ON late_entry BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never deleted'); END;
CREATE TRIGGER late_entry_no_replace BEFORE INSERT ON late_entry WHEN EXISTS (SELECT 1 FROM late_entry WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'late_entry: rows are only ever added, never replaced or put in between'); END;
CREATE INDEX database_user_sealed_in ON database_user (sealed_in);
CREATE TRIGGER database_user_no_update BEFORE UPDATE ON database_user BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never changed'); END;
CREATE TRIGGER database_user_no_delete BEFORE DELETE ON database_user BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never deleted'); END;
CREATE TRIGGER database_user_no_replace BEFORE INSERT ON database_user WHEN EXISTS (SELECT 1 FROM database_user WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'database_user: rows are only ever added, never replaced or put in between'); END;
CREATE TRIGGER units_version_no_update BEFORE UPDATE ON units_version BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never changed'); END;
CREATE TRIGGER units_version_no_delete BEFORE DELETE ON units_version BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never deleted'); END;
CREATE TRIGGER units_version_no_replace BEFORE INSERT ON units_version WHEN EXISTS (SELECT 1 FROM units_version WHERE submission = NEW.submission) BEGIN SELECT RAISE(ABORT, 'units_version: rows are only ever added, never replaced or put in between'); END;
COMMIT;
