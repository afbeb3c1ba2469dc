# Waymark: `make assess` starts the questionnaire, `make test` runs the tests.
# Tests run the program some thousand times, so that `make test` gives them the one that gets installed.
# The types that the program uses are looked up when it is built, not by name whenever it starts, and no
# symbol of it is there for others to find: a fifth less to start with.

PREFIX ?= /usr/local
DESTDIR ?=

BUILD := .build-release
RELEASE := script/quietly swift build --configuration release --static-swift-stdlib \
	--scratch-path $(BUILD) -Xswiftc -cross-module-optimization \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xlinker --strip-all
PLACE := $(DESTDIR)$(PREFIX)
DATA := $(PLACE)/share
DOC := $(DATA)/doc/waymark
SOURCES := Package.swift Sources Tests

.PHONY: help assess build test release install packages uninstall lint format docs clean

help:
	@echo 'make assess    set up, build and start the questionnaire'
	@echo 'make test      set up and run the tests'
	@echo 'make install   install into PREFIX ($(PREFIX)), below DESTDIR when given'
	@echo 'make packages  make a Debian package and a tarball, in packages/'
	@echo 'make uninstall remove what was installed there'
	@echo 'make lint      check the layout of the source; make format mends it'
	@echo 'make docs      write the generated pages of docs/ again'
	@echo 'make clean     remove everything that was built'

assess:
	@script/assess

build:
	@script/setup
	@swift build

test: release
	@script/setup --test
	WAYMARK_PROGRAM='$(CURDIR)/$(BUILD)/release/waymark' swift test --parallel

release:
	@script/setup
	@echo 'Building the release; this takes some minutes when much has changed ...' >&2
	@$(RELEASE) --product waymark

install:
	@place='$(PLACE)'; while [ ! -e "$$place" ]; do place=$$(dirname "$$place"); done; \
	[ -w "$$place" ] || { echo "make install: $$place is not yours to write to; use" \
	  'PREFIX=$$HOME/.local, or: sudo env "PATH=$$PATH" make install' >&2; exit 1; }
	@$(MAKE) --no-print-directory release
	@install -d '$(PLACE)/bin' '$(DATA)/waymark/competencies' '$(DATA)/man/man1' '$(DOC)' \
	  '$(DATA)/bash-completion/completions' '$(DATA)/zsh/site-functions' \
	  '$(DATA)/fish/vendor_completions.d'
	@install -m 755 $(BUILD)/release/waymark '$(PLACE)/bin/waymark'
	@install -m 644 competencies/*.xml competencies/*.xsd competencies/LICENSE \
	  '$(DATA)/waymark/competencies'
	@script/man '$(PLACE)/bin/waymark' >'$(DATA)/man/man1/waymark.1'
	@'$(PLACE)/bin/waymark' --generate-completion-script bash \
	  >'$(DATA)/bash-completion/completions/waymark'
	@'$(PLACE)/bin/waymark' --generate-completion-script zsh \
	  >'$(DATA)/zsh/site-functions/_waymark'
	@'$(PLACE)/bin/waymark' --generate-completion-script fish \
	  >'$(DATA)/fish/vendor_completions.d/waymark.fish'
	@install -m 644 LICENSE CHANGELOG.md '$(DOC)'
	@install -m 644 $(BUILD)/checkouts/GRDB.swift/LICENSE '$(DOC)/LICENSE.GRDB'
	@install -m 644 $(BUILD)/checkouts/swift-argument-parser/LICENSE.txt \
	  '$(DOC)/LICENSE.swift-argument-parser'
	@echo 'Installed $(PLACE)/bin/waymark'

packages:
	@script/packages

uninstall:
	@rm -f '$(PLACE)/bin/waymark' '$(DATA)/man/man1/waymark.1' \
	  '$(DATA)/bash-completion/completions/waymark' '$(DATA)/zsh/site-functions/_waymark' \
	  '$(DATA)/fish/vendor_completions.d/waymark.fish'
	@rm -rf '$(DATA)/waymark' '$(DOC)'
	@echo 'Removed waymark from $(PLACE); answers and settings of people were not touched'

lint:
	@swift format lint --strict --parallel --recursive $(SOURCES)

format:
	@swift format format --in-place --parallel --recursive $(SOURCES)

docs:
	@script/setup
	@script/quietly swift build --product waymark
	@script/docs

clean:
	rm -rf .build $(BUILD) .build-asan .build-coverage .build-libraries packages
