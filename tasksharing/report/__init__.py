"""Reports as blocks - headings, text, tables, pictures - and as Markdown, HTML or PDF."""
