// A bulk run as Go's html/template makes it: lines of JSON in, a letter for each out.
//
//	peer TEMPLATE VIEWS FOLDER WORKERS
//
// Each line is an object with the path of the letter below the folder and the view to fill it with.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"html/template"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"sync"
)

type line struct {
	Path string
	View map[string]any
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	raw := func(text string) template.HTML { return template.HTML(text) }
	letter := template.Must(template.New("letter").Funcs(template.FuncMap{"raw": raw}).Parse(string(text)))
	input, err := os.Open(os.Args[2])
	check(err)
	workers, err := strconv.Atoi(os.Args[4])
	check(err)

	batches := make(chan [][]byte, 2*workers)
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			var page bytes.Buffer
			for batch := range batches {
				for _, bytes := range batch {
					var line line
					check(json.Unmarshal(bytes, &line))
					page.Reset()
					check(letter.Execute(&page, line.View))
					path := filepath.Join(os.Args[3], line.Path)
					check(os.MkdirAll(filepath.Dir(path), 0o700))
					check(os.WriteFile(path, page.Bytes(), 0o600))
				}
			}
		}()
	}
	scanner := bufio.NewScanner(input)
	scanner.Buffer(nil, 1<<24)
	var batch [][]byte
	for scanner.Scan() {
		if batch = append(batch, append([]byte(nil), scanner.Bytes()...)); len(batch) == 64 {
			batches <- batch
			batch = nil
		}
	}
	check(scanner.Err())
	batches <- batch
	close(batches)
	group.Wait()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
