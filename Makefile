# Everything a developer types. Python >= 3.11 is all that has to be there.

SUMMIT = .venv/bin/python -m summit_desk
OUT = demo-output
FILE = $(OUT)/demo.summit
LISTS = 参会名单 签到表 嘉宾名单 住宿安排表 接送站表 用餐统计 发票信息 各单位人数 各分论坛名单 通讯录

# A window can be shown on macOS and wherever a display is announced.
SCREEN = $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)))

.PHONY: run window documents test test-slow bench format translations clean

run: $(if $(SCREEN),window,documents)

window: $(FILE)
	@.ci/qt-libraries
	$(SUMMIT) $(FILE)

documents: .venv/ready ## without a display: everything that the desk can put on paper
	@echo "No display here: the command line program writes the demo summit's documents."
	@mkdir -p $(OUT)
	@rm -f $(FILE)
	$(SUMMIT) demo $(FILE)
	$(SUMMIT) export badges $(FILE) $(OUT)/badges-90x130.pdf --size 90x130
	$(SUMMIT) export badges $(FILE) $(OUT)/badges-a6.pdf --size a6
	$(SUMMIT) export badges $(FILE) $(OUT)/badges-card.pdf --size card
	$(SUMMIT) export agenda $(FILE) $(OUT)/agenda-zh.pdf --language zh
	$(SUMMIT) export agenda $(FILE) $(OUT)/agenda-en.pdf --language en
	$(SUMMIT) export agenda $(FILE) $(OUT)/agenda-both.pdf --language both
	$(SUMMIT) export attendees $(FILE) $(OUT)/attendees.xlsx
	$(SUMMIT) export attendees $(FILE) $(OUT)/attendees.csv
	$(SUMMIT) export attendees $(FILE) $(OUT)/attendees.vcf
	$(SUMMIT) export attendees $(FILE) $(OUT)/attendees.json
	@for list in $(LISTS); do $(SUMMIT) export attendees $(FILE) $(OUT)/$$list.xlsx --preset $$list || exit; done
	$(SUMMIT) export sign-in $(FILE) $(OUT)/sign-in-sheet.pdf
	$(SUMMIT) export attendance $(FILE) $(OUT)/签到统计.xlsx --language zh
	$(SUMMIT) export attendance $(FILE) $(OUT)/attendance-en.xlsx --language en
	$(SUMMIT) export trip $(FILE) $(OUT)/trip-book.pdf
	$(SUMMIT) export trip $(FILE) $(OUT)/trip.ics
	QT_QPA_PLATFORM=offscreen $(SUMMIT) screenshots $(FILE) $(OUT)/screenshots-zh --language zh
	QT_QPA_PLATFORM=offscreen $(SUMMIT) screenshots $(FILE) $(OUT)/screenshots-en --language en --theme dark
	@echo "Written to $(OUT)/:" && ls $(OUT)

test: .venv/ready
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	QT_QPA_PLATFORM=offscreen .venv/bin/pytest -n auto --dist worksteal

test-slow: .venv/ready ## the long fault and fuzz runs, and every property on cases never tried before
	QT_QPA_PLATFORM=offscreen .venv/bin/pytest -m slow --hypothesis-profile=chance
	QT_QPA_PLATFORM=offscreen .venv/bin/pytest -n auto --dist worksteal --hypothesis-profile=chance

bench: .venv/ready
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench

format: .venv/ready
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

CATALOGUE = assets/translations/zh_CN/LC_MESSAGES/summit_desk

translations: .venv/ready ## collect the texts, then say which still lack their Chinese
	.venv/bin/pybabel -q extract -k _ -k N_ --no-location --sort-output -o .venv/texts.pot summit_desk ui db exports
	.venv/bin/pybabel -q update -i .venv/texts.pot -o $(CATALOGUE).po -l zh_CN -w 100 \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	.venv/bin/pybabel compile -i $(CATALOGUE).po -o $(CATALOGUE).mo -l zh_CN --statistics

clean:
	rm -rf $(OUT) .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(FILE): .venv/ready
	@mkdir -p $(OUT)
	$(SUMMIT) demo $(FILE)

.venv/ready: .ci/pins.txt .ci/prepare .ci/qt-libraries
	@.ci/prepare
	@touch $@
